import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '@ticket-pros/contracts/demo-account';
import { startEmbeddedPostgres } from '@ticket-pros/db/embedded-postgres';
import { removeEmbeddedPostgres } from '@ticket-pros/db/remove-embedded-postgres';
import { Client } from 'pg';
import { choosePort } from './processes/choose-port.ts';
import { findRememberedProcesses } from './processes/remember-process.ts';
import { runStart, type TestStart } from './test/run-start.ts';

let folder: string;
let dataFolder: string;
let port: number;
const starts: TestStart[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ticket-pros-start-'));
  await chmod(folder, 0o755);
  dataFolder = join(folder, 'data');
  await mkdir(dataFolder, { mode: 0o711 });
  // Reading the samples has tests of its own; here they count as sent.
  await writeFile(join(dataFolder, 'samples-sent'), '');
  port = await choosePort(0, '127.0.0.1');
});

afterEach(async () => {
  for (const start of starts.splice(0)) {
    start.process.kill('SIGTERM');
    await start.ended;
  }
});

afterAll(async () => {
  await removeEmbeddedPostgres(join(dataFolder, 'postgres'), () => {});
  await rm(folder, { recursive: true, force: true });
});

test('an occupied port is told in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const taken = typeof address === 'object' && address !== null ? address.port : 0;
  const start = run({ PORT: String(taken) });
  expect(await start.ended).toBe(1);
  expect(start.printed()).toBe(
    `Port ${taken} is taken by another program. Choose another one: PORT=${taken + 1} npm start\n`,
  );
  await new Promise((resolve) => other.close(resolve));
});

test('a data folder that cannot be written is told in one sentence', async () => {
  await writeFile(join(folder, 'file'), '');
  const start = run({ DATA_FOLDER: join(folder, 'file', 'data') });
  expect(await start.ended).toBe(1);
  expect(start.printed()).toMatch(/^The data folder .* cannot be used: .*\. Set DATA_FOLDER to .*\n$/);
});

test('a wrong setting and an unknown option are told, not thrown', async () => {
  const badPort = run({ PORT: 'abc' });
  expect(await badPort.ended).toBe(1);
  expect(badPort.printed()).toMatch(/^The settings are not right:\n {2}- PORT: .*\n$/);
  const badOption = run({}, ['--fast']);
  expect(await badOption.ended).toBe(1);
  expect(badOption.printed()).toMatch(/--fast[\s\S]*npm start -- --reset/);
});

test('production without a mail server is refused in one sentence', async () => {
  const start = run({ NODE_ENV: 'production', DATA_FOLDER: join(folder, 'without-mail'), SMTP_URL: '' });
  expect(await start.ended).toBe(1);
  expect(start.printed()).toBe(
    'In production mails go to people. Set SMTP_URL to your mail server and MAIL_FROM to the sender.\n',
  );
});

test('a reset that nobody can be asked about deletes nothing', async () => {
  const start = run({}, ['--reset']);
  expect(await start.ended).toBe(1);
  expect(start.printed()).toMatch(/^--reset deletes every ticket and asks first, .* Add --yes\.\n$/);
});

test('one life: start, refuse a second start, survive kill -9 of each part, keep everything, reset', async () => {
  const first = run({});
  await first.until('Ctrl-C stops.');
  expect(first.printed()).toContain(`http://localhost:${port}`);
  for (const { email } of demoAccount.members) expect(first.printed()).toContain(email);
  const cookie = await signIn();

  const second = run({});
  expect(await second.ended).toBe(1);
  expect(second.printed()).toMatch(/^Ticket Pros already runs on this data folder \(process \d+\)/);

  for (const name of ['api', 'worker']) {
    await killPart(name);
    await first.until(`The ${name === 'api' ? 'API' : 'worker'} ended (SIGKILL); starting it again.`);
  }
  await killPostgres();
  await first.until('The database ended; starting it again.');
  await untilSignedIn(cookie);

  first.process.kill('SIGKILL');
  await first.ended;
  const third = run({});
  await third.until('Ctrl-C stops.');
  await untilSignedIn(cookie);

  third.process.kill('SIGINT');
  expect(await third.ended).toBe(0);
  expect(await findRememberedProcesses(join(dataFolder, 'running'))).toEqual([]);
  expect(third.printed()).not.toMatch(/\b(api|worker) error/);

  const afresh = run({}, ['--reset', '--yes']);
  await afresh.until('Ctrl-C stops.');
  expect(await me(cookie)).toBe(401);
  expect(await me(await signIn())).toBe(200);
}, 240_000);

test('data of a newer version is refused in one sentence, and left as it is', async () => {
  const postgres = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres'), log: () => {} });
  await onDatabase(
    postgres.ownerUrl,
    `insert into public.migrations (name, sha256) values ('99990101_later.sql', '0')`,
  );
  await postgres.stop();
  const start = run({});
  expect(await start.ended).toBe(1);
  expect(start.printed()).toMatch(/^Starting the database …\nThe database was made by a newer version [^\n]*\n$/);
});

test('production makes no demo account and shows none', async () => {
  const start = run({
    NODE_ENV: 'production',
    DATA_FOLDER: join(folder, 'production'),
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'mail@tickets.example',
  });
  await start.until('Ctrl-C stops.');
  expect(start.printed()).not.toContain('demo');
  await expect(readFile(join(folder, 'production', 'demo-password'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect((await postSignIn(demoAccount.members[0].email, 'demo-owner-2026')).status).toBe(401);
  start.process.kill('SIGTERM');
  await start.ended;
  await removeEmbeddedPostgres(join(folder, 'production', 'postgres'), () => {});
}, 120_000);

function run(settings: Record<string, string>, args: readonly string[] = []): TestStart {
  const start = runStart({ DATA_FOLDER: dataFolder, PORT: String(port), ...settings }, args);
  starts.push(start);
  return start;
}

function postSignIn(email: string, password: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
}

async function signIn(): Promise<string> {
  const password = await readFile(join(dataFolder, 'demo-password'), 'utf8');
  const response = await postSignIn(demoAccount.members[0].email, password);
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
}

async function me(cookie: string): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}/v1/me`, { headers: { cookie } })).status;
}

async function untilSignedIn(cookie: string): Promise<void> {
  while ((await me(cookie).catch(() => 0)) !== 200) await wait(100);
}

async function onDatabase(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function killPart(name: string): Promise<void> {
  const parts = await findRememberedProcesses(join(dataFolder, 'running'));
  const part = parts.find((found) => found.name === name);
  expect(part).toBeDefined();
  if (part !== undefined) process.kill(part.pid, 'SIGKILL');
}

async function killPostgres(): Promise<void> {
  const pidFile = readFileSync(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');
  process.kill(Number(pidFile.split('\n', 1)[0]), 'SIGKILL');
}
