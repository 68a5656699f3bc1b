import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../problems/send-problem.ts';

/** Serves the built web app: its files, capture.html and join.html for the phone's pages, index.html for every other page. */
export async function serveWeb(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const root = folder === undefined ? undefined : resolve(folder);
  if (root !== undefined && existsSync(join(root, 'index.html'))) {
    await app.register(fastifyStatic, {
      root,
      // Built files carry a hash in their name; pages don't.
      setHeaders: (reply, path) => {
        const forever = path.startsWith(join(root, 'assets'));
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
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
