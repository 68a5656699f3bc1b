import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { hasCode } from './has-code.ts';
import { listFolder } from './list-folder.ts';
import { checkObjectKey, checkPrefix } from './object-key.ts';
import { ObjectMissingError } from './object-missing-error.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import type { Storage } from './storage.ts';

/** Starts with a dot, which no key can. */
const incomingFolder = '.incoming';
const privateFolder = 0o700;
const privateFile = 0o600;
const putAttempts = 10;

/**
 * Storage in a folder of this machine, which several processes of one user may share. An object is written beside the
 * others, flushed and then moved to its place, so that a crash leaves it whole or not there.
 */
export async function openDiskStorage(folder: string): Promise<Storage> {
  const root = resolve(folder);
  const incoming = join(root, incomingFolder);
  await mkdir(incoming, { recursive: true, mode: privateFolder });
  await removeLeftovers(incoming);
  const pathOf = (key: string) => join(root, checkObjectKey(key));

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      const temporary = join(incoming, randomUUID());
      try {
        await writeFlushed(temporary, bytes);
        await moveIntoPlace(temporary, path);
        await flushFolders(dirname(path), root);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },

    async get(key): Promise<Readable> {
      return (await openObject(key, pathOf(key))).createReadStream();
    },

    async getBytes(key) {
      await using file = await openObject(key, pathOf(key));
      return await file.readFile();
    },

    async delete(key) {
      const path = pathOf(key);
      await rm(path, { force: true });
      await removeEmptyFolders(dirname(path), root);
    },

    async *list(prefix) {
      yield* listFolder(root, checkPrefix(prefix));
    },

    async check() {
      const probe = join(incoming, randomUUID());
      await using file = await open(probe, 'wx', privateFile);
      await file.writeFile('1');
      await rm(probe);
    },

    async close() {},
  };
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, 'wx', privateFile);
  await file.writeFile(bytes);
  await file.sync();
}

/**
 * Again when a folder vanished in between, because somebody deleted the last object in it. Node says so by ENOTDIR,
 * too, when it vanishes while folders are made.
 */
async function moveIntoPlace(temporary: string, path: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await mkdir(dirname(path), { recursive: true, mode: privateFolder });
      return await rename(temporary, path);
    } catch (error) {
      const mayHaveVanished = hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR');
      if (!mayHaveVanished || attempt === putAttempts) throw error;
    }
  }
}

/**
 * A new name is safe once the folder that holds it is flushed, and so on upwards for folders that are new themselves.
 */
async function flushFolders(from: string, root: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    await flushFolder(folder);
    if (folder === root) return;
  }
}

async function flushFolder(path: string): Promise<void> {
  try {
    await using folder = await open(path);
    await folder.sync();
  } catch (error) {
    // The object was deleted again meanwhile, and its folder with it.
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

async function openObject(key: string, path: string) {
  try {
    const file = await open(path);
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'ENOTDIR')) throw error;
  }
  throw new ObjectMissingError(key);
}

/** Folder names are ids of accounts and tickets: they go with the last object in them. */
async function removeEmptyFolders(from: string, root: string): Promise<void> {
  for (let folder = from; folder !== root; folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) continue;
      if (hasCode(error, 'ENOTEMPTY') || hasCode(error, 'EEXIST')) return;
      throw error;
    }
  }
}
