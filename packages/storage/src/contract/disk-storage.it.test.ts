import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDiskStorage } from '../disk-storage.ts';
import { accountPrefix, imageKey } from '../object-key.ts';
import { describeStorageContract } from './storage-contract.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'ticket-pros-storage-'));

describe('the storage on disk', () => {
  describeStorageContract(async () => {
    const folder = await newFolder();
    return {
      connection: { kind: 'disk', folder: join(folder, 'made', 'when', 'opened') },
      stop: () => rm(folder, { recursive: true }),
    };
  });
});

describe('the folder of the storage', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('lets nobody else read the objects', async () => {
    const storage = await openDiskStorage(folder);
    await storage.put('accounts/one/object', Buffer.from('private'), 'image/jpeg');
    expect((await stat(join(folder, 'accounts/one/object'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'accounts/one'))).mode & 0o777).toBe(0o700);
  });

  test('keeps no folder of an account whose objects are deleted', async () => {
    const storage = await openDiskStorage(folder);
    const account = randomUUID();
    await storage.put(imageKey(account, randomUUID(), randomUUID(), 'original'), Buffer.from('1'), 'image/jpeg');
    for await (const key of storage.list(accountPrefix(account))) await storage.delete(key);
    expect(await readdir(folder, { recursive: true })).toEqual(['.incoming']);
  });

  test('takes puts and deletes in the same folder at the same time', async () => {
    const storage = await openDiskStorage(folder);
    // One folder: whoever deletes the last object removes it, between another's making it and moving an object there.
    const keys = Array.from({ length: 4 }, (_, index) => `accounts/one/ticket/image-${index}`);
    const storeAndDelete = async (key: string) => {
      for (let round = 0; round < 150; round++) {
        await storage.put(key, Buffer.from(key), 'image/jpeg');
        await storage.delete(key);
      }
      await storage.put(key, Buffer.from(key), 'image/jpeg');
    };
    await Promise.all(keys.map(storeAndDelete));
    const listed: string[] = [];
    for await (const key of storage.list('accounts/')) listed.push(key);
    expect(listed.sort()).toEqual(keys);
  });

  test.each([1, 2, 3])('holds no half object after kill -9 of the writer (%i)', async (round) => {
    const child = fork(join(import.meta.dirname, 'put-forever.child.ts'), [folder], { execArgv: [] });
    await once(child, 'message');
    await delay(round * 13);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const storage = await openDiskStorage(folder);
    let objects = 0;
    for await (const key of storage.list('objects/')) {
      const expected = Buffer.alloc(4_000_000, Number(key.at(-1)));
      expect(expected.equals(await storage.getBytes(key))).toBe(true);
      objects++;
    }
    expect(objects).toBeGreaterThan(0);
  });

  test('is rid of what was left half-written an hour ago, and of nothing younger', async () => {
    await openDiskStorage(folder);
    const [old, young] = [join(folder, '.incoming', 'old'), join(folder, '.incoming', 'young')];
    await writeFile(old, 'half');
    await writeFile(young, 'half');
    const longAgo = new Date(Date.now() - 61 * 60 * 1000);
    await utimes(old, longAgo, longAgo);
    await openDiskStorage(folder);
    expect(await readdir(join(folder, '.incoming'))).toEqual(['young']);
  });

  test('leaves nothing half-written behind when an object can not be put', async () => {
    const storage = await openDiskStorage(folder);
    await storage.put('accounts/one', Buffer.from('an object where a folder is needed'), 'image/jpeg');
    await expect(storage.put('accounts/one/object', Buffer.from('1'), 'image/jpeg')).rejects.toThrow('EEXIST');
    expect(await readdir(join(folder, '.incoming'))).toEqual([]);
  });

  test('is said to be gone when it is', async () => {
    const storage = await openDiskStorage(folder);
    await rm(folder, { recursive: true });
    await expect(storage.check()).rejects.toThrow('ENOENT');
  });

  test('that can not be made is refused at once', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openDiskStorage(join(folder, 'file', 'storage'))).rejects.toThrow('ENOTDIR');
  });
});
