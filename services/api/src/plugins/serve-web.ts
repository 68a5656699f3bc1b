import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { ApiSettings } from '@ticket-pros/config/api-settings';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../problems/send-problem.ts';
import { redirectShares } from './redirect-shares.ts';

/**
 * Serves the built web app: its files (compressed where the build left a compressed copy and the browser takes it),
 * capture.html and join.html for the phone's pages, index.html for every other page.
 */
export async function serveWeb(
  app: FastifyInstance,
  { WEB_FOLDER: folder, SERVICE_WORKER: serviceWorker }: Pick<ApiSettings, 'WEB_FOLDER' | 'SERVICE_WORKER'>,
): Promise<void> {
  const root = folder === undefined ? undefined : resolve(folder);
  if (root !== undefined && existsSync(join(root, 'index.html'))) {
    await app.register(fastifyStatic, {
      root,
      preCompressed: true,
      // Built files carry a hash in their name; pages and the service worker don't.
      setHeaders: (reply, path) => {
        const forever = path.startsWith(join(root, 'assets'));
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    if (serviceWorker === 'off') {
      const open = { config: { access: { who: 'anybody' } }, schema: { hide: true } } as const;
      app.get('/service-worker.js', open, (_request, reply) => reply.sendFile('service-worker-off.js'));
    }
    redirectShares(app);
    app.setNotFoundHandler((request, reply) => {
      const path = request.url.split('?', 1)[0] ?? '/';
      const isPage = request.method === 'GET' && !/^\/(v1|health|assets)(\/|$)/.test(path) && !/\.\w+$/.test(path);
      if (!isPage) return sendProblem(reply, 'not_found');
      const entry = /^\/(capture|join)(?:\/|$)/.exec(path)?.[1] ?? 'index';
      return reply.sendFile(`${entry}.html`);
    });
    return;
  }
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'not_found'));
}
