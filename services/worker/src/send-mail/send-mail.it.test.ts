import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { PermanentError } from '@ticket-pros/queue/permanent-error';
import { dumpDatabase } from '@ticket-pros/testing/dump-database';
import { findSecret } from '@ticket-pros/testing/find-secret';
import { startSmtp, type TestSmtp } from '@ticket-pros/testing/start-smtp';
import { startTestWorld, type TestWorld } from '../../test/start-test-world.ts';
import { type MailSecrets, writeTestMail } from '../../test/write-test-mail.ts';
import { sendMailJob } from './send-mail.job.ts';

const secret = { current: 'seals mails in tests, seals mails in tests', previous: null };

let smtp: TestSmtp;
let world: TestWorld;
beforeAll(async () => {
  smtp = await startSmtp();
  const connection = { kind: 'smtp' as const, url: smtp.url, tlsName: null, from: 'Ticket Pros <mail@example.com>' };
  world = await startTestWorld({ mail: { secret, connection } });
});
beforeEach(() => {
  smtp.behave('accept');
  smtp.received.splice(0);
});
afterAll(async () => {
  await world?.close();
  await smtp?.close();
});

const send = (mailId: string, parts = world.parts) =>
  sendMailJob(parts)(
    { mailId },
    { jobId: 'test', attempt: 1, isLastAttempt: false, signal: new AbortController().signal },
  );

async function rowOf(mailId: string) {
  const { rows } = await world.owner.query<{ state: string; attempts: number; sealed: Buffer | null; minutes: number }>(
    `select state, attempts, sealed, round(extract(epoch from due_at - updated_at) / 60)::int as minutes from mails where id = $1`,
    [mailId],
  );
  return rows[0];
}

/** Where a mail's secrets are found in the clear: tables and logs. */
async function findLeaks({ address, token, subject }: MailSecrets): Promise<string[]> {
  const places = { ...(await dumpDatabase(world.database.urls.owner)), logs: world.logged() };
  return Object.entries(places)
    .filter(([, text]) => [address, token, subject].some((one) => findSecret(text, one)))
    .map(([place]) => place);
}

test('a mail is in the database only sealed, is sent, and leaves nothing behind', async () => {
  const mail = await writeTestMail(world);
  expect(await findLeaks(mail)).toEqual([]);
  expect((await rowOf(mail.mailId))?.sealed?.byteLength).toBeGreaterThan(1_000);
  await send(mail.mailId);
  expect(smtp.received).toMatchObject([
    { to: mail.address, subject: mail.subject, messageId: `<${mail.mailId}@example.com>` },
  ]);
  expect(smtp.received[0]?.raw.replaceAll('=\r\n', '')).toContain(mail.token);
  expect(await rowOf(mail.mailId)).toMatchObject({ state: 'sent', attempts: 1, sealed: null });
  expect(world.logged()).toContain('mail sent');
  expect(await findLeaks(mail)).toEqual([]);
});

test('a job that comes again, or late, or for nothing sends nothing', async () => {
  const { mailId } = await writeTestMail(world);
  await send(mailId);
  await send(mailId);
  await send(randomUUID());
  expect(smtp.received).toHaveLength(1);
});

test.each(['refuse recipient', 'refuse content'] as const)('"%s" ends the mail at once', async (manner) => {
  smtp.behave(manner);
  const mail = await writeTestMail(world);
  await expect(send(mail.mailId)).rejects.toBeInstanceOf(PermanentError);
  expect(await rowOf(mail.mailId)).toMatchObject({ state: 'failed', sealed: null });
  expect(await findLeaks(mail)).toEqual([]);
});

test.each(['refuse for now', 'refuse relaying', 'break'] as const)('after "%s" it is tried again', async (manner) => {
  smtp.behave(manner);
  const mail = await writeTestMail(world);
  const failure = await send(mail.mailId).catch((error: Error) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(PermanentError);
  expect(await rowOf(mail.mailId)).toMatchObject({ state: 'waiting', attempts: 1, minutes: 5 });
  expect(await findLeaks(mail)).toEqual([]);
  smtp.behave('accept');
  await send(mail.mailId);
  expect(await rowOf(mail.mailId)).toMatchObject({ state: 'sent', attempts: 2 });
});

test('the longer it fails the longer it waits, up to four hours', async () => {
  smtp.behave('refuse for now');
  const { mailId } = await writeTestMail(world);
  const waits: (number | undefined)[] = [];
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    await send(mailId).catch(() => {});
    waits.push((await rowOf(mailId))?.minutes);
  }
  expect(waits.filter((_wait, index) => index % 3 === 0)).toEqual([5, 10, 20, 40, 80, 160, 240]);
});

test('a mail that no secret at hand opens waits for the right one', async () => {
  const mail = await writeTestMail(world);
  const other = { current: 'another secret, another secret, another', previous: null };
  const mailWith = (one: typeof world.parts.mail.secret) => ({
    ...world.parts,
    mail: { ...world.parts.mail, secret: one },
  });
  await expect(send(mail.mailId, mailWith(other))).rejects.toThrow('sealed with a secret that is not set any more');
  expect(await rowOf(mail.mailId)).toMatchObject({ state: 'waiting' });
  await send(mail.mailId, mailWith({ ...other, previous: secret.current }));
  expect(await rowOf(mail.mailId)).toMatchObject({ state: 'sent' });
});
