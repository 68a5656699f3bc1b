import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Files of the page that its first file asks for itself, by the module that they are made of. */
const earlyModules = /\/messages\/(en|es)-capture\.ts$/;

/**
 * Has the browser ask at once for what the page's script would only ask for when it runs, which on a weak signal is most
 * of a second later: the texts (of both languages: the second is smaller than finding out which one), and who is signed in.
 */
export function linkEarlyFiles(): Plugin {
  return {
    name: 'link-early-files',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const tags: HtmlTagDescriptor[] = [preload('preload', '/v1/me', { as: 'fetch' })];
        for (const file of Object.values(bundle ?? {})) {
          if (file.type === 'chunk' && earlyModules.test(file.facadeModuleId ?? '')) {
            tags.push(preload('modulepreload', `/${file.fileName}`, {}));
          }
        }
        return tags;
      },
    },
  };
}

function preload(rel: string, href: string, more: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { rel, href, crossorigin: true, ...more }, injectTo: 'head' };
}
