import { expect, test } from '@jest/globals';
import { readApiSettings } from './api-settings.ts';
import { readWorkerSettings } from './worker-settings.ts';

const shared = {
  DATABASE_QUEUE_URL: 'postgres://queue@127.0.0.1/tickets',
  STORAGE_FOLDER: '/tmp/objects',
  MAIL_SECRET: 'm'.repeat(32),
};
const forWorker = {
  ...shared,
  DATABASE_WORKER_URL: 'postgres://worker@127.0.0.1/tickets',
  DATABASE_SWEEP_URL: 'postgres://sweep@127.0.0.1/tickets',
};
const forApi = {
  ...shared,
  DATABASE_URL: 'postgres://app@127.0.0.1/tickets',
  DATABASE_AUTH_URL: 'postgres://auth@127.0.0.1/tickets',
  PUBLIC_URL: 'http://localhost:3000',
  AUTH_SECRET: 'x'.repeat(32),
};
const smtp = { SMTP_URL: 'smtps://user:p%2Fw@smtp.example.com', MAIL_FROM: 'Ticket Pros <mail@example.com>' };

test('the worker sends over SMTP or into a folder', () => {
  expect(readWorkerSettings({ ...forWorker, ...smtp }).mail).toEqual({
    secret: { current: shared.MAIL_SECRET, previous: null },
    connection: { kind: 'smtp', url: smtp.SMTP_URL, tlsName: null, from: smtp.MAIL_FROM },
  });
  expect(readWorkerSettings({ ...forWorker, MAIL_FOLDER: '/tmp/mails' }).mail.connection).toEqual({
    kind: 'folder',
    folder: '/tmp/mails',
    from: 'Ticket Pros <mail@localhost>',
  });
});

test.each([
  ['neither way is set', {}, 'SMTP_URL or MAIL_FOLDER: one of them has to be set'],
  ['both ways are set', { ...smtp, MAIL_FOLDER: '/tmp/mails' }, 'only one of them may be set'],
  ['no sender is set', { SMTP_URL: smtp.SMTP_URL }, 'MAIL_FROM: is missing'],
  ['the sender is no address', { ...smtp, MAIL_FROM: 'Ticket Pros' }, 'MAIL_FROM: has to be an address'],
  ['the server is no mail server', { ...smtp, SMTP_URL: 'https://smtp.example.com' }, 'SMTP_URL: has to be an address'],
  ['the secret is short', { ...smtp, MAIL_SECRET: 'short' }, 'MAIL_SECRET: has to be 32 characters or more'],
  ['the previous secret is short', { ...smtp, MAIL_SECRET_PREVIOUS: 'short' }, 'MAIL_SECRET_PREVIOUS: has to be 32'],
])('the worker does not start where %s', (_when, settings, complaint) => {
  expect(() => readWorkerSettings({ ...forWorker, ...settings })).toThrow(complaint);
});

test('in production mails go to people, never into a folder', () => {
  const production = { NODE_ENV: 'production', MAIL_FOLDER: '/tmp/mails' };
  expect(() => readWorkerSettings({ ...forWorker, ...production })).toThrow(
    'MAIL_FOLDER: is for working on one machine',
  );
  expect(() => readApiSettings({ ...forApi, ...production })).toThrow('MAIL_FOLDER: is for working on one machine');
});

test('the API needs the secret, and the folder only to show it', () => {
  expect(readApiSettings({ ...forApi, MAIL_SECRET_PREVIOUS: 'p'.repeat(32) }).mail).toEqual({
    secret: { current: shared.MAIL_SECRET, previous: 'p'.repeat(32) },
    folder: null,
  });
  expect(readApiSettings({ ...forApi, MAIL_FOLDER: '/tmp/mails' }).mail.folder).toBe('/tmp/mails');
  expect(() => readApiSettings({ ...forApi, MAIL_SECRET: '' })).toThrow('MAIL_SECRET: is missing');
});
