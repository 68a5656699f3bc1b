import type { Plugin } from 'vite';

/** In development, answers /capture and /join as the API does in production: with their entries instead of the office's. */
export function servePhoneEntries(): Plugin {
  return {
    name: 'serve-phone-entries',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        const entry = /^\/(capture|join)(?:\/|$)/.exec(path)?.[1];
        if (entry !== undefined) request.url = `/${entry}.html`;
        next();
      });
    },
  };
}
