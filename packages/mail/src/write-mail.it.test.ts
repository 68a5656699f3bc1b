import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectDatabase, type Database } from '@ticket-pros/db/connect-database';
import { withAccount } from '@ticket-pros/db/scope';
import { createTestDatabase, type TestDatabase } from '@ticket-pros/testing/test-database';
import { Client } from 'pg';
import { openMail } from './seal-mail.ts';
import { type NewMail, writeMail } from './write-mail.ts';

const secret = { current: 'seals mails in tests, seals mails in tests', previous: null };
const accountIds = [randomUUID(), randomUUID()] as const;

let database: TestDatabase;
let owner: Client;
let app: Database;
let auth: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  for (const id of accountIds)
    await owner.query(
      `insert into accounts (id, name, sign_in_code) values ($1, 'Hauling', app.new_sign_in_code('Hauling'))`,
      [id],
    );
  app = connectDatabase(database.urls.app, { max: 2, onIdleError: () => {} });
  auth = new Client({ connectionString: database.urls.auth });
  await auth.connect();
});
afterAll(async () => {
  await auth?.end();
  await app?.destroy();
  await owner?.end();
  await database?.drop();
});

const mailFor = (accountId: string | null): NewMail<'reset-password'> => ({
  accountId,
  to: 'jane@example.com',
  template: 'reset-password',
  language: 'en',
  parameters: { url: 'https://tickets.example.com/reset?token=tok', validMinutes: 60 },
});
const countMails = async () => (await owner.query('select 1 from mails')).rowCount;

test('a mail is there if and only if the transaction that caused it was committed', async () => {
  const before = (await countMails()) ?? 0;
  const cancelled = app.transaction().execute(async (transaction) => {
    await writeMail(transaction, secret, mailFor(null));
    throw new Error('changed my mind');
  });
  await expect(cancelled).rejects.toThrow('changed my mind');
  expect(await countMails()).toBe(before);
  const id = await app.transaction().execute((transaction) => writeMail(transaction, secret, mailFor(null)));
  expect(await countMails()).toBe(before + 1);
  const { rows } = await owner.query('select * from mails where id = $1', [id]);
  expect(rows).toMatchObject([
    { account_id: null, template: 'reset-password', language: 'en', state: 'waiting', attempts: 0 },
  ]);
  expect(openMail(secret, id, rows[0].sealed)).toMatchObject({ to: 'jane@example.com', subject: 'Set a new password' });
});

test('a mail with a wrong parameter or recipient is not written', async () => {
  const before = await countMails();
  const wrong = { ...mailFor(null), parameters: { url: 'javascript:alert(1)', validMinutes: 60 } };
  await expect(writeMail(app, secret, wrong)).rejects.toThrow();
  await expect(
    writeMail(app, secret, { ...mailFor(null), to: 'jane@example.com\r\nBcc: x@y.example' }),
  ).rejects.toThrow();
  expect(await countMails()).toBe(before);
});

test('promise TP-3: the API writes mails for the account of its scope, and sees, changes and removes none', async () => {
  const [mine, foreign] = accountIds;
  await withAccount(app, mine, (transaction) => writeMail(transaction, secret, mailFor(mine)));
  await expect(
    withAccount(app, mine, (transaction) => writeMail(transaction, secret, mailFor(foreign))),
  ).rejects.toThrow('row-level security');
  await expect(writeMail(app, secret, mailFor(mine))).rejects.toThrow('row-level security');
  await expect(
    withAccount(app, mine, (transaction) => transaction.selectFrom('mails').select('id').execute()),
  ).rejects.toThrow('permission denied');
  await expect(app.updateTable('mails').set({ attempts: 1 }).execute()).rejects.toThrow('permission denied');
  await expect(app.deleteFrom('mails').execute()).rejects.toThrow('permission denied');
  await expect(auth.query('select id from public.mails')).rejects.toThrow('permission denied');
});

test('the database keeps content of waiting mails alone', async () => {
  await expect(owner.query(`update mails set state = 'sent'`)).rejects.toThrow('check constraint');
  await expect(owner.query(`update mails set sealed = null`)).rejects.toThrow('check constraint');
});
