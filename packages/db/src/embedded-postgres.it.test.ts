import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { findLocalUrls } from './embedded-postgres/find-local-urls.ts';
import { isServerOfFolder } from './embedded-postgres/is-server-of-folder.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { removeEmbeddedPostgres } from './remove-embedded-postgres.ts';

let parent: string;
let dataFolder: string;
const running: EmbeddedPostgres[] = [];
const sentences: string[] = [];
const asRoot = process.getuid?.() === 0;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'ticket-pros-embedded-'));
  // A folder of mkdtemp is closed to others; here the server runs as another user where root runs the tests.
  await chmod(parent, 0o755);
  dataFolder = join(parent, 'postgres');
  sentences.length = 0;
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  await removeEmbeddedPostgres(dataFolder, () => {});
  await rm(parent, { recursive: true, force: true });
});

test('what was written is there after a stop and a start, on the same port', async () => {
  const first = await start();
  await query(first, 'create table kept as select 42 as answer');
  await first.stop();
  const second = await start();
  expect(await query(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
  expect(second.port).toBe(first.port);
  expect(second.ownerUrl).toBe(first.ownerUrl);
});

test('commands find the database of a data folder, and none where there is none', async () => {
  expect(await findLocalUrls(parent)).toBeNull();
  const server = await start();
  expect(await findLocalUrls(parent)).toEqual(server.urls);
});

test('nobody gets in without the password, and only this user can read it', async () => {
  const server = await start();
  const stranger = new URL(server.ownerUrl);
  stranger.password = 'guess';
  await expect(query({ ...server, ownerUrl: stranger.href }, 'select 1')).rejects.toThrow(/password/);
  expect((await stat(join(dataFolder, 'password'))).mode & 0o777).toBe(0o600);
  const [settings] = await query(server, `select current_setting('listen_addresses') as addresses`);
  expect(settings).toEqual({ addresses: '127.0.0.1' });
});

test('committed data is durable unless a test asks for speed', async () => {
  const server = await start({ fast: false });
  expect(await query(server, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'on' }]);
});

test('case and order of letters beyond ASCII do not depend on the machine', async () => {
  const server = await start();
  const rows = await query(server, `select lower('ÀÉÑ') as lower, 'Zebra' < 'apple' as by_code_point`);
  expect(rows).toEqual([{ lower: 'àéñ', by_code_point: true }]);
});

test('a pid file that names somebody else’s process does not stand in the way, and that process lives on', async () => {
  const first = await start();
  const pidFile = join(await clusterFolder(), 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8')).split('\n');
  await first.stop();
  const bystander = spawn('sleep', ['60']);
  await writeFile(pidFile, [bystander.pid, ...lines.slice(1)].join('\n'));
  const second = await start();
  expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(bystander.exitCode).toBeNull();
  expect(bystander.signalCode).toBeNull();
  bystander.kill('SIGKILL');
  await once(bystander, 'exit');
});

test('a server left over on the folder is stopped, and its data is kept', async () => {
  const leftOver = await start();
  await query(leftOver, 'create table kept as select 42 as answer');
  const next = await start();
  await leftOver.ended;
  expect(await query(next, 'select answer from kept')).toEqual([{ answer: 42 }]);
  expect(sentences).toEqual(['Stopping the Postgres that an earlier start left running.']);
});

test('a server that was killed recovers what was committed', async () => {
  const killed = await start({ fast: false });
  await query(killed, 'create table kept as select 42 as answer');
  process.kill(killed.pid, 'SIGKILL');
  await killed.ended;
  const next = await start({ fast: false });
  expect(await query(next, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('the server ends when the process that started it is killed', async () => {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('embedded-postgres.ts', import.meta.url).href)};
    const { pid } = await startEmbeddedPostgres({ dataFolder: process.argv[1], log() {}, fast: true });
    console.log(pid);`;
  const supervisor = spawn(process.execPath, ['--input-type=module', '-e', script, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: supervisor.stdout }), 'line');
  const cluster = await clusterFolder();
  expect(await isServerOfFolder(Number(line), cluster)).toBe(true);
  supervisor.kill('SIGKILL');
  while (await isServerOfFolder(Number(line), cluster)) await new Promise((resolve) => setTimeout(resolve, 20));
  await expect(access(join(cluster, 'postmaster.pid'))).rejects.toThrow(/ENOENT/);
});

test('an interrupted first start leaves nothing that the next one trips over', async () => {
  await mkdir(join(dataFolder, 'cluster.new'), { recursive: true });
  await writeFile(join(dataFolder, 'cluster.new', 'half'), 'made');
  const server = await start();
  expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('data of another version of Postgres is refused in a sentence', async () => {
  await (await start()).stop();
  await writeFile(join(await clusterFolder(), 'PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow(/belongs to Postgres 17; this version of the program brings Postgres 18/);
});

(asRoot ? test : test.skip)('root may keep the data in a folder that only root can enter', async () => {
  await chmod(parent, 0o700);
  const server = await start();
  expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  const cluster = await clusterFolder();
  expect(cluster.startsWith(parent)).toBe(false);
  await server.stop();
  await removeEmbeddedPostgres(dataFolder, () => {});
  await expect(access(cluster)).rejects.toThrow(/ENOENT/);
});

async function start({ fast = true } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, log: (sentence) => sentences.push(sentence), fast });
  running.push(server);
  return server;
}

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function clusterFolder(): Promise<string> {
  return readFile(join(dataFolder, 'cluster-location'), 'utf8').catch(() => join(dataFolder, 'cluster'));
}
