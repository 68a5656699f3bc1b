import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sendMailJobId } from '@ticket-pros/queue/job-catalogue';
import { startTestWorld, type TestWorld } from '../../test/start-test-world.ts';
import { writeTestMail } from '../../test/write-test-mail.ts';
import { endOldMails } from './end-old-mails.ts';
import { enqueueLostMails } from './enqueue-lost-mails.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterEach(() => world.owner.query('delete from mails'));
afterAll(() => world?.close());

/** Makes a mail older, as only time would. */
const age = (mailId: string, column: 'due_at' | 'created_at', interval: string) =>
  world.owner.query(`update mails set ${column} = ${column} - $2::interval where id = $1`, [mailId, interval]);
const states = async () =>
  (await world.owner.query('select id, state, sealed is null as empty from mails order by created_at')).rows;

test('a mail whose job was lost is enqueued a minute after it was due, and only once', async () => {
  const { sweepDb, queue } = world.parts;
  const { mailId } = await writeTestMail(world);
  await writeTestMail(world);
  expect(await enqueueLostMails(sweepDb, queue)).toBe(0);
  await age(mailId, 'due_at', '61 seconds');
  expect(await enqueueLostMails(sweepDb, queue)).toBe(1);
  expect(await queue.hasLiveJob('send-mail', sendMailJobId(mailId))).toBe(true);
  expect(await enqueueLostMails(sweepDb, queue)).toBe(0);
  expect(await queue.countWaiting('send-mail')).toBe(1);
});

test('a mail is given up after three days, content and all', async () => {
  const old = await writeTestMail(world);
  const young = await writeTestMail(world);
  await age(old.mailId, 'created_at', '73 hours');
  await age(young.mailId, 'created_at', '71 hours');
  expect(await endOldMails(world.parts.sweepDb)).toBe(1);
  expect(await states()).toEqual([
    { id: old.mailId, state: 'failed', empty: true },
    { id: young.mailId, state: 'waiting', empty: false },
  ]);
  expect(await endOldMails(world.parts.sweepDb)).toBe(0);
});

test('what is left of a mail goes after thirty days', async () => {
  const old = await writeTestMail(world);
  const young = await writeTestMail(world);
  await world.owner.query(`update mails set state = 'sent', sealed = null`);
  await age(old.mailId, 'created_at', '31 days');
  await age(young.mailId, 'created_at', '29 days');
  expect(await endOldMails(world.parts.sweepDb)).toBe(1);
  expect(await states()).toEqual([{ id: young.mailId, state: 'sent', empty: true }]);
});

test('the sweep sees that mails wait, and nothing of what they say', async () => {
  const { sweepDb } = world.parts;
  const { mailId } = await writeTestMail(world);
  for (const column of ['sealed', 'template', 'account_id', 'attempts'] as const) {
    await expect(sweepDb.selectFrom('mails').select(column).execute()).rejects.toThrow('permission denied');
  }
  const sent = sweepDb.updateTable('mails').set({ state: 'sent', sealed: null }).where('id', '=', mailId);
  await expect(sent.execute()).rejects.toThrow('row-level security');
  await sweepDb.deleteFrom('mails').execute();
  expect(await states()).toEqual([{ id: mailId, state: 'waiting', empty: false }]);
});
