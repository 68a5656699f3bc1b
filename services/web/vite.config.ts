import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { buildPhone } from './vite/build-phone.ts';
import { servePhoneEntries } from './vite/serve-phone-entries.ts';

const apiOrigin = process.env.API_ORIGIN ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), servePhoneEntries(), buildPhone()],
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
    rolldownOptions: { input: ['index.html', 'join.html'] },
  },
});
