import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { prepareDataFolder } from './prepare-data-folder.ts';

test('a folder several levels down is made, and found again', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'ticket-pros-folder-'));
  try {
    const folder = join(parent, 'a', 'b', 'data');
    await prepareDataFolder(folder);
    await prepareDataFolder(folder);
    expect(await readdir(folder)).toEqual([]);
    await writeFile(join(folder, 'file'), '');
    await expect(prepareDataFolder(join(folder, 'file'))).rejects.toThrow(/is a file\. Set DATA_FOLDER to a folder/);
    await expect(prepareDataFolder(join(folder, 'file', 'data'))).rejects.toThrow(/cannot be used: .*Set DATA_FOLDER/);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
});

(process.platform === 'linux' ? test : test.skip)(
  'a place where nothing can be made is told, even to root',
  async () => {
    await expect(prepareDataFolder('/proc/nowhere/data')).rejects.toThrow(/cannot be used: this user may not write it/);
  },
);
