import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { sendMailJobId } from '@ticket-pros/queue/job-catalogue';
import { startSmtp, type TestSmtp } from '@ticket-pros/testing/start-smtp';
import { startTestWorld, type TestWorld } from '../../test/start-test-world.ts';
import { writeTestMail } from '../../test/write-test-mail.ts';

// A killed worker's job is taken again after 18 seconds.
jest.setTimeout(120_000);

let smtp: TestSmtp;
let world: TestWorld;
const children: ChildProcess[] = [];
beforeAll(async () => {
  smtp = await startSmtp();
  world = await startTestWorld();
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});
afterAll(async () => {
  await world?.close();
  await smtp?.close();
});

function startWorker(): ChildProcess {
  const mail = { MAIL_FOLDER: '', SMTP_URL: smtp.url, MAIL_FROM: 'Ticket Pros <mail@example.com>' };
  const child = spawn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url))], {
    env: { ...world.environment, ...mail, PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  return child;
}

test('a worker that is killed between sending and noting it sends again, recognisably, and then it is over', async () => {
  const { mailId } = await writeTestMail(world);
  const first = startWorker();
  // While the row is held, a worker can't note what it did.
  const arrived = new Promise<void>((resolve) => {
    smtp.onMail(async () => {
      await world.owner.query('begin');
      await world.owner.query('select 1 from mails where id = $1 for update', [mailId]);
      resolve();
    });
  });
  await world.parts.queue.enqueue('send-mail', { mailId }, { jobId: sendMailJobId(mailId) });
  await arrived;
  const isNoting = `select 1 from pg_stat_activity where query ilike 'update "mails"%' and wait_event_type = 'Lock'`;
  while ((await world.owner.query(isNoting)).rowCount === 0) await new Promise((next) => setTimeout(next, 20));
  first.kill('SIGKILL');
  await once(first, 'exit');
  await world.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'update "mails"%' and wait_event_type = 'Lock'`,
  );
  await world.owner.query('rollback');
  expect((await world.owner.query('select state from mails')).rows).toEqual([{ state: 'waiting' }]);

  smtp.onMail(async () => {});
  startWorker();
  while ((await world.owner.query(`select 1 from mails where state = 'sent' and sealed is null`)).rowCount === 0) {
    await new Promise((next) => setTimeout(next, 50));
  }
  expect(smtp.received.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${mailId}@example.com>`));
});
