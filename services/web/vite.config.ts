import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const apiOrigin = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000';

/** In development, answers /capture and /join as the API does in production: with their entries instead of the office's. */
function servePhoneEntries(): Plugin {
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

export default defineConfig({
  plugins: [react(), servePhoneEntries()],
  server: {
    host: '127.0.0.1',
    // The API refuses other origins than its own, so the requests are passed on as if from there.
    proxy: { '/v1': { target: apiOrigin, changeOrigin: true, headers: { origin: apiOrigin } } },
  },
  build: {
    target: 'es2022',
    // Every file stays a file: the Content-Security-Policy allows no inlined scripts, and fonts are served by ourselves.
    assetsInlineLimit: 0,
    // The office is one file of 200 kB as sent, fetched once; the phone's page, which has to be small, is not in it.
    chunkSizeWarningLimit: 700,
    rolldownOptions: { input: ['index.html', 'capture.html', 'join.html'] },
  },
});
