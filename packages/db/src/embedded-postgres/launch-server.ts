import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { PostgresBinaries } from './find-binaries.ts';
import type { ServerUser } from './find-server-user.ts';
import type { PostgresFolders } from './prepare-data-folder.ts';
import { readPidFile } from './read-pid-file.ts';
import { serverEnvironment } from './server-environment.ts';
import { serverSettings } from './server-settings.ts';
import { tieToThisProcess } from './tie-to-this-process.ts';

export type Server = {
  pid: number;
  ended: Promise<void>;
  /** Asks it to end now: open transactions are rolled back. */
  interrupt(): void;
};

type Launch = { folders: PostgresFolders; binaries: PostgresBinaries; user: ServerUser; fast: boolean };

const attempts = 10;
const patienceMs = 20_000;

/** Starts the server and waits until it takes connections, however long it has to recover from a crash. */
export async function launchServer(launch: Launch): Promise<{ server: Server; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(launch.folders.own);
    const server = await tryToLaunch(launch, port);
    if (server !== null) return { server, port };
    const words = await readFile(logFile(launch), 'utf8').catch(() => '');
    // Somebody may take the port between its choice and its use; processes of a killed server need a moment to end.
    const passing = /could not bind|Address already in use|shared memory block .*still in use/.test(words);
    if (!passing || attempt === attempts) throw explain(words);
    await wait(500);
  }
}

async function tryToLaunch(launch: Launch, port: number): Promise<Server | null> {
  const child = await spawnServer(launch, port);
  const { pid } = child;
  if (pid === undefined) return null;
  const ended = once(child, 'exit').then(() => {});
  while (!isOver(child)) {
    const found = await readPidFile(launch.folders.cluster);
    if (found?.pid === pid && found.ready) {
      const untie = tieToThisProcess(pid);
      child.once('exit', untie);
      if (isOver(child)) untie();
      return { pid, ended, interrupt: () => interrupt(child) };
    }
    await wait(10);
  }
  return null;
}

function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function interrupt(child: ChildProcess): void {
  if (isOver(child)) return;
  child.kill('SIGINT');
  // Its processes end at once, and the next start recovers what was committed.
  const force = setTimeout(() => child.kill('SIGQUIT'), patienceMs);
  child.once('exit', () => clearTimeout(force));
}

async function spawnServer({ folders, binaries, user, fast }: Launch, port: number): Promise<ChildProcess> {
  await rename(join(folders.own, 'server.log'), join(folders.own, 'server.log.1')).catch(() => {});
  const log = await open(join(folders.own, 'server.log'), 'w', 0o600);
  try {
    const settings = Object.entries(serverSettings({ port, fast })).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const child = spawn(binaries.postgres, ['-D', folders.cluster, ...settings], {
      ...user,
      cwd: folders.cluster,
      env: serverEnvironment(),
      // A session of its own: Ctrl-C in the terminal would end it before those who still write to it.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.on('error', () => {});
    return child;
  } finally {
    await log.close();
  }
}

/** The port of last time where it is free, else any free one. */
async function choosePort(own: string): Promise<number> {
  const file = join(own, 'port');
  const remembered = Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = (await probePort(remembered)) ?? (await probePort(0));
  if (port === null) throw new EmbeddedPostgresError('Postgres finds no free port on 127.0.0.1.');
  await writeFile(file, String(port));
  return port;
}

async function probePort(wanted: number): Promise<number | null> {
  const probe = createServer();
  const port = await new Promise<number | null>((resolve) => {
    probe.once('error', () => resolve(null));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      resolve(address === null || typeof address === 'string' ? null : address.port);
    });
  });
  if (probe.listening) await new Promise((resolve) => probe.close(resolve));
  return port;
}

function logFile({ folders }: Launch): string {
  return join(folders.own, 'server.log');
}

function explain(words: string): EmbeddedPostgresError {
  const last = words
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|error while loading/.test(line))
    .slice(-3);
  const reason = last.length > 0 ? last.join(' ') : words.trim().slice(-500);
  return new EmbeddedPostgresError(`Postgres did not start: ${reason === '' ? 'it gave no reason.' : reason}`);
}
