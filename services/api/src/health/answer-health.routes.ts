import { sql } from 'kysely';
import { z } from 'zod';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

const aliveSchema = z.object({ status: z.literal('ok') });
const patienceMs = 5_000;

/** GET /health/live: the process answers. GET /health/ready: database, storage and queue answer too. */
export function answerHealth(app: Api, { db, storage, queue }: ApiParts): void {
  const config = { access: { who: 'anybody' } } as const;
  const schema = { hide: true, response: { 200: aliveSchema } };
  app.get('/health/live', { config, schema }, async () => ({ status: 'ok' as const }));
  app.get('/health/ready', { config, schema }, async (request) => {
    const checks = [sql`select 1`.execute(db), storage.check(), queue.countWaiting('read-ticket')];
    try {
      await Promise.race([Promise.all(checks), rejectLater()]);
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      throw new ProblemError('not_ready');
    }
    return { status: 'ok' as const };
  });
}

async function rejectLater(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  throw new Error('a check took too long');
}
