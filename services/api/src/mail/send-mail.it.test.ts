import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withMember } from '@ticket-pros/db/scope';
import { writeMail } from '@ticket-pros/mail/write-mail';
import { sendMailJobId } from '@ticket-pros/queue/job-catalogue';
import { mailsTo } from '../../test/read-test-mails.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { enqueueMail } from './enqueue-mail.ts';
import { sendMail } from './send-mail.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api?.close());

const mail = {
  accountId: null,
  to: 'jane@example.com',
  template: 'reset-password' as const,
  language: 'en' as const,
  parameters: { url: 'https://tickets.example.com/reset?token=tok-canary', validMinutes: 60 },
};

test('a mail is written and asked for, and tests can read it', async () => {
  const mailId = await sendMail(api.parts, mail);
  expect(await api.parts.queue.hasLiveJob('send-mail', sendMailJobId(mailId))).toBe(true);
  expect(await mailsTo(api, 'Jane@example.com')).toMatchObject([
    { template: 'reset-password', language: 'en', subject: 'Set a new password', links: [mail.parameters.url] },
  ]);
  expect(await mailsTo(api, 'joe@example.com')).toEqual([]);
});

test('a mail of an account is written in the scope of whoever causes it, or in one of its own', async () => {
  const { scope } = await api.account('Hauling');
  const { accountId } = scope;
  await sendMail(api.parts, { ...mail, accountId, to: 'own@example.com' });
  const mailId = await withMember(api.parts.db, scope, (transaction) =>
    writeMail(transaction, api.parts.mail.secret, { ...mail, accountId, to: 'caused@example.com' }),
  );
  await enqueueMail(api.parts, mailId);
  expect(await mailsTo(api, 'own@example.com')).toHaveLength(1);
  expect(await mailsTo(api, 'caused@example.com')).toHaveLength(1);
});

test('a queue that is away costs nobody the mail, and the log says nothing of it', async () => {
  const away = {
    ...api.parts,
    queue: { ...api.parts.queue, enqueue: () => Promise.reject(new Error('the queue is away')) },
  };
  await sendMail(away, { ...mail, to: 'later@example.com' });
  expect(await mailsTo(api, 'later@example.com')).toHaveLength(1);
  expect(api.logged()).toContain('could not enqueue the mail; the sweep will');
  expect(api.logged()).not.toMatch(/later@example\.com|tok-canary/);
});
