import type { Plugin, ResolvedConfig } from 'vite';
import { buildCapturePage } from './build-capture-page.ts';
import { buildServiceWorkers } from './build-service-workers.ts';
import { compressFiles } from './compress-files.ts';

/**
 * After the office: the capture page, in a build of its own, so that it shares no chunk with the office and starts from
 * few files; then the service worker that knows those files; then everything once more, compressed.
 */
export function buildPhone(): Plugin {
  let config: ResolvedConfig | undefined;
  return {
    name: 'build-phone',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler(error?: Error) {
        if (config === undefined || error !== undefined) return;
        const { root, build } = config;
        const pageFiles = await buildCapturePage(root, build);
        await buildServiceWorkers(root, build, pageFiles);
        await compressFiles(build.outDir);
      },
    },
  };
}
