import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type SmtpManner, startSmtp, type TestSmtp } from '@ticket-pros/testing/start-smtp';
import { renderMail } from '../render-mail.ts';
import { MailNotSentError, MailRefusedError } from './mail-transport.ts';
import { openSmtpTransport } from './smtp-transport.ts';

const mailId = '0b8f3d3c-6f1a-4f0e-9d2b-1c7a5e9b8d10';
const address = 'jane.doe@example.com';
const token = 'tok-5b1f0c9e2d';
const mail = {
  mailId,
  ...renderMail({
    to: address,
    template: 'reset-password',
    language: 'es',
    parameters: { url: `https://tickets.example.com/reset?token=${token}`, validMinutes: 60 },
  }),
};
const never = new AbortController().signal;

let smtp: TestSmtp;
beforeEach(async () => {
  smtp = await startSmtp();
});
afterEach(() => smtp.close());

const open = (url = smtp.url) => openSmtpTransport({ url, from: 'Ticket Pros <mail@example.com>', tlsName: null });
const failureOf = (sending: Promise<void>) =>
  sending.then(
    () => new Error('was sent'),
    (error: Error) => error,
  );

test('a mail arrives as text and HTML, under a Message-ID made from its id', async () => {
  await open().send(mail, never);
  await open().send(mail, never);
  expect(smtp.received).toHaveLength(2);
  for (const { to, messageId, raw } of smtp.received) {
    expect(to).toBe(address);
    expect(messageId).toBe(`<${mailId}@example.com>`);
    expect(raw).toMatch(/^From: Ticket Pros <mail@example\.com>\r$/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toContain('Content-Type: text/plain; charset=utf-8');
    expect(raw).toContain('Content-Type: text/html; charset=utf-8');
    const unfolded = raw.replaceAll('=\r\n', '');
    expect(unfolded.split(token).length - 1).toBeGreaterThanOrEqual(3);
  }
});

test.each<[SmtpManner, string]>([
  ['refuse recipient', 'sending failed at RCPT TO: 550 5.1.1'],
  ['refuse content', 'sending failed at DATA: 554 5.6.0'],
])('"%s" is a refusal for good, told without naming anybody', async (manner, sentence) => {
  smtp.behave(manner);
  const failure = await failureOf(open().send(mail, never));
  expect(failure).toBeInstanceOf(MailRefusedError);
  expect(failure.message).toBe(sentence);
  expect(failure.stack).not.toContain(address);
});

test.each<[SmtpManner, string]>([
  ['refuse for now', 'sending failed at RCPT TO: 451 4.7.1'],
  ['refuse relaying', 'sending failed at RCPT TO: 550 5.7.1'],
  ['break', 'sending failed at CONN: ECONNECTION'],
])('"%s" may be tried again, told without naming anybody', async (manner, sentence) => {
  smtp.behave(manner);
  const failure = await failureOf(open().send(mail, never));
  expect(failure).toBeInstanceOf(MailNotSentError);
  expect(failure.message).toBe(sentence);
  expect(failure.stack).not.toContain(address);
  expect(smtp.received).toEqual([]);
});

test('a server that is not there may be tried again', async () => {
  const { url } = smtp;
  await smtp.close();
  const failure = await failureOf(open(url).send(mail, never));
  expect(failure).toBeInstanceOf(MailNotSentError);
  smtp = await startSmtp();
});

test('a process that ends does not wait for a slow server', async () => {
  const ending = new AbortController();
  smtp.onMail(async () => {
    ending.abort();
    await new Promise<void>((slow) => setTimeout(slow, 3_000).unref());
  });
  const failure = await failureOf(open().send(mail, ending.signal));
  expect(failure).toBeInstanceOf(MailNotSentError);
});

// Other systems give the loopback network one address alone.
const testOnLinux = process.platform === 'linux' ? test : test.skip;

testOnLinux(
  'promise T0-4: to another machine nothing is said without TLS, nor to one whose name is not proven',
  async () => {
    // Any address of the loopback network but the first stands for another machine.
    const plain = await startSmtp({ host: '127.0.0.2' });
    const withoutProof = await startSmtp({ host: '127.0.0.2', offersTls: true });
    try {
      for (const [server, reason] of [
        [plain, /at STARTTLS/],
        [withoutProof, /CERT/],
      ] as const) {
        const failure = await failureOf(open(server.url).send(mail, never));
        expect(failure).toBeInstanceOf(MailNotSentError);
        expect(failure.message).toMatch(reason);
        expect(server.received).toEqual([]);
      }
    } finally {
      await plain.close();
      await withoutProof.close();
    }
  },
);
