import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openFolderTransport } from './folder-transport.ts';
import { listFolderMails, readFolderMail } from './read-mail-folder.ts';

const never = new AbortController().signal;
const content = { to: 'jane@example.com', subject: 'Hello', text: 'Hello Jane', html: '<p>Hello Jane</p>' };
const ids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;

let folder: string;
let mails: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ticket-pros-mails-'));
  mails = join(folder, 'not', 'there', 'yet');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('mails come out of the folder as they went in, newest first', async () => {
  expect(await listFolderMails(mails, 10)).toEqual([]);
  const transport = openFolderTransport({ folder: mails, from: 'Ticket Pros <mail@localhost>' });
  await transport.send({ mailId: ids[0], ...content }, never);
  await new Promise((next) => setTimeout(next, 5));
  await transport.send({ mailId: ids[1], ...content, subject: 'Second' }, never);
  const listed = await listFolderMails(mails, 10);
  expect(listed.map(({ mailId, subject }) => [mailId, subject])).toEqual([
    [ids[1], 'Second'],
    [ids[0], 'Hello'],
  ]);
  expect(await listFolderMails(mails, 1)).toHaveLength(1);
  expect(await readFolderMail(mails, ids[0])).toMatchObject({ ...content, from: 'Ticket Pros <mail@localhost>' });
});

test('a mail sent twice is one file, for this user alone', async () => {
  const transport = openFolderTransport({ folder: mails, from: 'mail@localhost' });
  for (let time = 0; time < 2; time += 1) await transport.send({ mailId: ids[0], ...content }, never);
  expect(await readdir(mails)).toEqual([`${ids[0]}.json`]);
  expect((await stat(join(mails, `${ids[0]}.json`))).mode & 0o777).toBe(0o600);
});

test('only mails are read out of the folder', async () => {
  await openFolderTransport({ folder: mails, from: 'mail@localhost' }).send({ mailId: ids[0], ...content }, never);
  await writeFile(join(folder, 'secret.json'), '{}');
  await writeFile(join(mails, '.half-written'), '{');
  expect(await listFolderMails(mails, 10)).toHaveLength(1);
  for (const id of ['../../../secret', ids[1], '']) expect(await readFolderMail(mails, id)).toBeNull();
});
