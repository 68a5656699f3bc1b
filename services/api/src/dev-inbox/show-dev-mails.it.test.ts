import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { devMailListSchema } from '@ticket-pros/contracts/dev-mail';
import { openFolderTransport } from '@ticket-pros/mail/transport/folder-transport';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

const mailId = '0b8f3d3c-6f1a-4f0e-9d2b-1c7a5e9b8d10';
const content = { to: 'jane@example.com', subject: 'Hello', text: 'Hello Jane', html: '<p>Hello Jane</p>' };

let folder: string;
let api: TestApi;
let withoutFolder: TestApi;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ticket-pros-mails-'));
  api = await startTestApi({ mailFolder: folder });
  withoutFolder = await startTestApi();
});
afterAll(async () => {
  await withoutFolder?.close();
  await api?.close();
  await rm(folder, { recursive: true, force: true });
});

const at = (path: string) => fetch(api.url + path);

/** The same as from another machine: any address of the loopback network but the first. */
async function fromElsewhere(path: string): Promise<[status: number | undefined, body: unknown]> {
  const asking = request(api.url + path, { localAddress: '127.0.0.2' }).end();
  const [answer] = await once(asking, 'response');
  return [answer.statusCode, JSON.parse(await text(answer))];
}

test('mails in the folder are listed and shown, to whoever works on this machine', async () => {
  expect(await (await at('/v1/dev/mails')).json()).toEqual({ mails: [] });
  await openFolderTransport({ folder, from: 'mail@localhost' }).send(
    { mailId, ...content },
    new AbortController().signal,
  );
  const { mails } = devMailListSchema.parse(await (await at('/v1/dev/mails')).json());
  expect(mails).toEqual([{ id: mailId, to: content.to, subject: content.subject, sentAt: expect.any(String) }]);
  expect(await (await at(`/v1/dev/mails/${mailId}`)).json()).toMatchObject({ id: mailId, ...content });
  expect((await at(`/v1/dev/mails/${mailId.replace('0', '1')}`)).status).toBe(404);
  await writeFile(join(folder, 'other.json'), '{}');
  expect((await at('/v1/dev/mails')).status).toBe(200);
  expect((await at('/v1/dev/mails/other')).status).toBe(400);
});

// Other systems give the loopback network one address alone.
const testOnLinux = process.platform === 'linux' ? test : test.skip;

testOnLinux('another machine is told the same as where there is nothing', async () => {
  for (const path of ['/v1/dev/mails', `/v1/dev/mails/${mailId}`]) {
    const [status, body] = await fromElsewhere(path);
    expect([status, body]).toMatchObject([404, { code: 'not_found' }]);
    expect(JSON.stringify(body)).not.toMatch(/jane|Hello/);
  }
});

test('without a folder, as in production, there is no such address', async () => {
  for (const path of ['/v1/dev/mails', `/v1/dev/mails/${mailId}`]) {
    expect((await fetch(withoutFolder.url + path)).status).toBe(404);
  }
  expect(withoutFolder.guardedRoutes.filter(({ url }) => url.includes('/dev/'))).toEqual([]);
});

test('the description of the API does not tell of it', async () => {
  expect(await (await at('/v1/openapi.json')).text()).not.toContain('/dev/');
});
