import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { describeProcess } from '../processes/remember-process.ts';
import { holdDataFolder } from './hold-data-folder.ts';

let folder: string;
let lockFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ticket-pros-lock-'));
  lockFile = join(folder, 'start.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('one start holds the folder at a time, and leaves nothing behind', async () => {
  const release = await holdDataFolder(lockFile);
  await expect(holdDataFolder(lockFile)).rejects.toThrow(`already runs on this data folder (process ${process.pid})`);
  await release();
  await (await holdDataFolder(lockFile))();
  expect(await readdir(folder)).toEqual([]);
});

test('the lock of a process that died is taken over', async () => {
  const gone = spawn('sleep', ['60']);
  await writeFile(lockFile, await describeProcess(gone.pid ?? 0));
  gone.kill('SIGKILL');
  await once(gone, 'exit');
  await holdDataFolder(lockFile);
  expect(await readFile(lockFile, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
});

test('a number that another process has meanwhile is not taken for the holder', async () => {
  await writeFile(lockFile, `${process.pid} began at another time`);
  await holdDataFolder(lockFile);
  expect(await readFile(lockFile, 'utf8')).toBe(await describeProcess(process.pid));
});
