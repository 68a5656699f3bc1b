import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './find-free-port.ts';

/** Whether this machine has a `redis-server` to test with. */
export function hasRedis(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

export type TestRedis = { url: string; stop(): Promise<void> };

/** Starts an empty Redis of its own on a free loopback port, set up as production asks: nothing is evicted. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'ticket-pros-redis-'));
  const port = await findFreePort();
  const settings = {
    bind: '127.0.0.1',
    port,
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  };
  const redis = spawn(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const end = () => redis.kill('SIGKILL');
  process.once('exit', end);
  await new Promise<void>((resolve, reject) => {
    let output = '';
    redis.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ready to accept connections')) resolve();
    });
    redis.once('error', reject);
    redis.once('exit', (code) => reject(new Error(`redis-server ended with code ${code}:\n${output}`)));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', end);
      const ended = redis.exitCode === null ? once(redis, 'exit') : undefined;
      redis.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
