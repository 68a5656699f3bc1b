import { setTimeout as wait } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { WorkerParts } from '../worker-parts.ts';
import type { ActivityWatch } from './watch-activity.ts';

const patienceMs = 5_000;

/**
 * GET /health/live: the process answers. GET /health/ready: database, storage and queue answer within 5 seconds and
 * jobs are really taken; otherwise 503 with what is wrong.
 */
export function answerHealth(parts: WorkerParts, activity: Pick<ActivityWatch, 'problems'>): FastifyInstance {
  const server = fastify();
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    const problems = [...(await findSilentParts(parts)), ...activity.problems()];
    if (problems.length === 0) return { status: 'ok' };
    parts.log.warn({ problems }, 'not ready');
    return reply.code(503).send({ status: 'not ready', problems });
  });
  return server;
}

async function findSilentParts({ db, sweepDb, storage, queue }: WorkerParts): Promise<string[]> {
  const checks: [string, Promise<unknown>][] = [
    ['the database does not answer', sql`select 1`.execute(db)],
    ['the database does not answer the sweep', sql`select 1`.execute(sweepDb)],
    ['the storage does not answer', storage.check()],
    ['the queue does not answer', queue.countWaiting('read-ticket')],
  ];
  const results = await Promise.all(
    checks.map(async ([problem, check]) => ((await answersInTime(check)) ? [] : [problem])),
  );
  return results.flat();
}

function answersInTime(check: Promise<unknown>): Promise<boolean> {
  const answered = check.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, wait(patienceMs, false, { ref: false })]);
}
