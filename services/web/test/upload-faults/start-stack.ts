import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@ticket-pros/db/embedded-postgres';
import { migrateDatabase } from '@ticket-pros/db/migrate-database';
import { migrateQueue } from '@ticket-pros/queue/migrate-queue';
import { findFreePort } from '@ticket-pros/testing/find-free-port';

const pathOf = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const password = 'correct horse battery';

export type Stack = {
  /** Where each API process answers, or would if it ran. */
  ports: readonly number[];
  storageFolder: string;
  databaseUrl: () => string;
  /** Ends an API process as a crash does, and starts it again. */
  killApi: (index: number) => Promise<void>;
  restartPostgres: () => Promise<void>;
  /** For so long, no object can be written. */
  refuseStorage: (milliseconds: number) => Promise<void>;
  /** A crew member's cookie and id. */
  signIn: (index: number) => Promise<{ cookie: string; memberId: string }>;
  /** API processes that ended although nobody killed them. */
  crashes: readonly string[];
  /** The worker's sweep, as it would be two hours later. */
  sweep: () => Promise<void>;
  stop: () => Promise<void>;
};

/** The real stack without the worker, so that nothing is read: a Postgres of its own, objects on disk, API processes. */
export async function startStack({ apis, members }: { apis: number; members: number }): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'ticket-pros-faults-'));
  // Postgres runs as another user where the tests run as root.
  await chmod(folder, 0o711);
  const dataFolder = join(folder, 'postgres');
  const storageFolder = join(folder, 'objects');
  const start = () => startEmbeddedPostgres({ dataFolder, log: () => {}, fast: true });
  let postgres: EmbeddedPostgres = await start();
  const { urls } = postgres;
  await migrateDatabase(urls);
  await migrateQueue({ kind: 'postgres', url: urls.queue });
  const ports = await Promise.all(Array.from({ length: apis }, findFreePort));
  const environment = {
    PATH: process.env.PATH,
    LOG_LEVEL: 'error',
    DATABASE_URL: urls.app,
    DATABASE_AUTH_URL: urls.auth,
    DATABASE_QUEUE_URL: urls.queue,
    DATABASE_SWEEP_URL: urls.sweep,
    STORAGE_FOLDER: storageFolder,
    PUBLIC_URL: 'http://127.0.0.1',
    MAIL_SECRET: 'seals mails in tests, seals mails in tests',
    AUTH_SECRET: 'only for tests, only for tests, only for tests',
    TRUSTED_PROXIES: '1',
  };
  const logFile = join(folder, 'api.log');
  const log = openSync(logFile, 'a');
  const processes: ChildProcess[] = [];
  const ended = new Set<ChildProcess>();
  const crashes: string[] = [];
  const endApis = () => {
    for (const child of processes) {
      ended.add(child);
      child.kill('SIGKILL');
    }
  };
  // Whoever ends the run, no API process stays behind.
  process.once('exit', endApis);
  const startApi = async (index: number) => {
    const port = String(ports[index]);
    const child = spawn(process.execPath, [pathOf('services/api/src/server.ts')], {
      env: { ...environment, PORT: port },
      stdio: ['ignore', log, log],
    });
    processes[index] = child;
    child.once('exit', (code, signal) => {
      if (ended.has(child)) return;
      crashes.push(
        `an API process ended by itself (${code ?? signal}); it said: ${readFileSync(logFile, 'utf8').slice(-2_000)}`,
      );
      void startApi(index).catch(() => {});
    });
    await untilReady(Number(port));
  };
  const addressOf = (index: number) => `crew${index}@x.example`;
  await run(pathOf('services/api/src/members/ensure-account.command.ts'), environment, {
    company: 'Mesa Hauling',
    owner: { name: 'Owner', email: 'owner@x.example', password },
    members: Array.from({ length: members }, (_, index) => ({
      name: `Crew ${index}`,
      email: addressOf(index),
      password,
      role: 'crew',
    })),
  });
  await Promise.all(ports.map((_, index) => startApi(index)));

  return {
    ports,
    storageFolder,
    databaseUrl: () => postgres.ownerUrl,
    killApi: async (index) => {
      const child = processes[index];
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      ended.add(child);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      await startApi(index);
    },
    restartPostgres: async () => {
      const { port } = postgres;
      await postgres.stop();
      postgres = await start();
      if (postgres.port !== port) throw new Error('Postgres came back at another port.');
    },
    refuseStorage: async (milliseconds) => {
      const incoming = join(storageFolder, '.incoming');
      await rename(incoming, `${incoming}-away`);
      await wait(milliseconds);
      // An API that started meanwhile has made it anew.
      await rm(incoming, { recursive: true, force: true });
      await rename(`${incoming}-away`, incoming);
    },
    signIn: async (index) => {
      const url = `http://127.0.0.1:${ports[index % ports.length]}`;
      const response = await fetch(`${url}/v1/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.2.${index}.1` },
        body: JSON.stringify({ email: addressOf(index), password }),
      });
      if (!response.ok) throw new Error(`not signed in: ${await response.text()}`);
      const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
      const cookie = cookies.join('; ');
      const me: { member?: { id?: string } } = JSON.parse(
        await (await fetch(`${url}/v1/me`, { headers: { cookie } })).text(),
      );
      return { cookie, memberId: me.member?.id ?? '' };
    },
    crashes,
    sweep: () => run(pathOf('services/worker/test/sweep-pieces.child.ts'), environment, {}),
    stop: async () => {
      endApis();
      process.off('exit', endApis);
      await postgres.stop();
      await mkdir(folder, { recursive: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(port: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const isReady = await fetch(`http://127.0.0.1:${port}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await wait(50);
  }
  throw new Error('the API did not start');
}

async function run(script: string, env: NodeJS.ProcessEnv, input: object): Promise<void> {
  const child = spawn(process.execPath, [script], { env, stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(JSON.stringify(input));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}
