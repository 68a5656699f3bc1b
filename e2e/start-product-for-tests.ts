import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '@ticket-pros/testing/find-free-port';

const script = fileURLToPath(new URL('../infra/local/start.ts', import.meta.url));

export type TestProduct = {
  /** Where it answers on this machine. */
  address: string;
  /** Where it keeps everything: pictures, database, logs. */
  dataFolder: string;
  stop(): Promise<void>;
};

/** Starts the product as `npm start` does, with its demo account and without sample tickets, in a folder of its own. */
export async function startProductForTests(): Promise<TestProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'ticket-pros-e2e-'));
  // Postgres runs as another user where the tests run as root.
  await chmod(folder, 0o711);
  const dataFolder = join(folder, 'data');
  await mkdir(dataFolder, { mode: 0o711 });
  // The samples count as sent: each test sends the few tickets that it looks at.
  await writeFile(join(dataFolder, 'samples-sent'), '');
  const port = await findFreePort();
  const { NODE_OPTIONS, ...caller } = process.env;
  const child = spawn(process.execPath, [script], {
    env: { ...caller, NODE_ENV: 'development', DATA_FOLDER: dataFolder, PORT: String(port) },
    // It stops by itself when these tests are killed, because the channel to them breaks.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilItRuns(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://127.0.0.1:${port}`, dataFolder, stop };
}

async function untilItRuns(child: ChildProcess): Promise<void> {
  let printed = '';
  const running = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (printed.includes('Ctrl-C stops.')) resolve();
      });
    }
    child.once('close', () => reject(new Error(`The product did not start:\n${printed}`)));
  });
  await running;
}
