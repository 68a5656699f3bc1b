import { randomBytes, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StorageConnection } from '@ticket-pros/config/storage-settings';
import { accountPrefix, imageKey, ticketPrefix } from '../object-key.ts';
import { openStorage } from '../open-storage.ts';
import type { Storage } from '../storage.ts';

type StorageUnderTest = { connection: StorageConnection; stop(): Promise<void> };

/** What every storage does alike. `start` makes an empty one; each test works under an account of its own. */
export function describeStorageContract(start: () => Promise<StorageUnderTest>): void {
  let storage: Storage;
  let underTest: StorageUnderTest;

  beforeAll(async () => {
    underTest = await start();
    storage = await openStorage(underTest.connection);
  }, 120_000);

  afterAll(async () => {
    await storage?.close();
    await underTest?.stop();
  });

  const newKey = () => imageKey(randomUUID(), randomUUID(), randomUUID(), 'original');

  async function listKeys(prefix: string): Promise<string[]> {
    const keys: string[] = [];
    for await (const key of storage.list(prefix)) keys.push(key);
    return keys.sort();
  }

  test.each([0, 1, 70_000, 6_000_000])('%i bytes come back as they were, in memory and as a stream', async (length) => {
    const [key, bytes] = [newKey(), randomBytes(length)];
    await storage.put(key, bytes, 'image/jpeg');
    expect(bytes.equals(await storage.getBytes(key))).toBe(true);
    expect(bytes.equals(await buffer(await storage.get(key)))).toBe(true);
  });

  test('of an array, the part that was given is stored, not the memory around it', async () => {
    const key = newKey();
    await storage.put(key, new TextEncoder().encode('--ticket--').subarray(2, 8), 'image/png');
    expect(Buffer.from(await storage.getBytes(key)).toString()).toBe('ticket');
  });

  test('a second put takes the place of the first', async () => {
    const key = newKey();
    await storage.put(key, Buffer.from('the longer first one'), 'image/jpeg');
    await storage.put(key, Buffer.from('second'), 'image/jpeg');
    expect(Buffer.from(await storage.getBytes(key)).toString()).toBe('second');
  });

  test('of puts at the same time, one wins whole', async () => {
    const key = newKey();
    const contents = Array.from({ length: 8 }, (_, index) => Buffer.alloc(200_000, index));
    await Promise.all(contents.map((bytes) => storage.put(key, bytes, 'image/jpeg')));
    const stored = await storage.getBytes(key);
    expect(contents.some((bytes) => bytes.equals(stored))).toBe(true);
  });

  test('an object that is not there is missing by name, not empty', async () => {
    const missing = expect.objectContaining({ name: 'ObjectMissingError' });
    const key = newKey();
    await expect(storage.getBytes(key)).rejects.toEqual(missing);
    await expect(storage.get(key)).rejects.toEqual(missing);
    await storage.put(key, Buffer.from('here'), 'image/jpeg');
    await expect(storage.getBytes(`${key}/deeper`)).rejects.toEqual(missing);
    await expect(storage.getBytes(key.slice(0, key.lastIndexOf('/')))).rejects.toEqual(missing);
  });

  test('a deleted object is gone, and deleting it again does no harm', async () => {
    const key = newKey();
    await storage.put(key, Buffer.from('here'), 'image/jpeg');
    await storage.delete(key);
    await storage.delete(key);
    await expect(storage.getBytes(key)).rejects.toEqual(expect.objectContaining({ name: 'ObjectMissingError' }));
    await storage.put(key, Buffer.from('again'), 'image/jpeg');
    expect(Buffer.from(await storage.getBytes(key)).toString()).toBe('again');
  });

  test('a list has every key under its prefix and no other', async () => {
    const [account, ticket, image] = [randomUUID(), randomUUID(), randomUUID()];
    const mine = (['original', 'display', 'thumbnail'] as const).map((name) => imageKey(account, ticket, image, name));
    const neighbours = [
      imageKey(account, `${ticket}0`, image, 'original'),
      imageKey(`${account}0`, ticket, image, 'original'),
      imageKey(account, randomUUID(), image, 'original'),
    ];
    for (const key of [...mine, ...neighbours]) await storage.put(key, Buffer.from(key), 'image/jpeg');
    expect(await listKeys(ticketPrefix(account, ticket))).toEqual(mine.sort());
    expect((await listKeys(accountPrefix(account))).length).toBe(5);
    expect(await listKeys(accountPrefix(randomUUID()))).toEqual([]);
  });

  test('what is deleted while it is listed is all gone afterwards', async () => {
    const account = randomUUID();
    const keys = Array.from({ length: 40 }, (_, index) =>
      imageKey(account, `ticket-${index % 7}`, `${index}`, 'display'),
    );
    await Promise.all(keys.map((key) => storage.put(key, Buffer.from(key), 'image/jpeg')));
    const deleted: string[] = [];
    for await (const key of storage.list(accountPrefix(account))) {
      await storage.delete(key);
      deleted.push(key);
    }
    expect(deleted.sort()).toEqual(keys.sort());
    expect(await listKeys(accountPrefix(account))).toEqual([]);
  });

  test('a reader who goes away half way leaves the storage in order', async () => {
    const [key, bytes] = [newKey(), randomBytes(3_000_000)];
    await storage.put(key, bytes, 'image/jpeg');
    for (let round = 0; round < 60; round++) (await storage.get(key)).destroy();
    expect(bytes.equals(await storage.getBytes(key))).toBe(true);
  });

  test.each([
    ...['', '/', 'a/', '/a', 'a//b', '.', '..', '../a', 'a/../../b', 'a/..', 'a/.hidden', 'a.b', '.incoming/x'],
    ...['a b', 'a\\b', 'a\0b', 'a\n', 'ä', 'a%2e', `${'a/'.repeat(16)}a`, 'a'.repeat(129)],
  ])('the key %j is refused', async (key) => {
    const refused = expect.objectContaining({ name: 'RangeError' });
    await expect(storage.put(key, Buffer.from('no'), 'image/jpeg')).rejects.toEqual(refused);
    await expect(storage.get(key)).rejects.toEqual(refused);
    await expect(storage.getBytes(key)).rejects.toEqual(refused);
    await expect(storage.delete(key)).rejects.toEqual(refused);
  });

  test.each(['', '/', 'accounts', '../', 'a/../', '.incoming/'])('the prefix %j is refused', async (prefix) => {
    await expect(listKeys(prefix)).rejects.toEqual(expect.objectContaining({ name: 'RangeError' }));
  });

  test('it says that it answers', async () => {
    await expect(storage.check()).resolves.toBeUndefined();
  });
}
