import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { hashSources } from './hash-sources.ts';

test('the hash changes with every file that changes, comes, moves or goes, and with nothing else', async () => {
  const root = await mkdtemp(join(tmpdir(), 'ticket-pros-sources-'));
  try {
    const hash = () => hashSources(root, ['src', 'index.html']);
    await mkdir(join(root, 'src', 'deep'), { recursive: true });
    await writeFile(join(root, 'index.html'), '<html>');
    await writeFile(join(root, 'src', 'deep', 'a.ts'), 'a');
    const seen = [await hash()];
    await writeFile(join(root, 'src', 'deep', 'a.ts'), 'b');
    seen.push(await hash());
    await writeFile(join(root, 'src', 'c.ts'), '');
    seen.push(await hash());
    await writeFile(join(root, 'index.html'), '<html lang="en">');
    seen.push(await hash());
    await rm(join(root, 'src', 'deep', 'a.ts'));
    seen.push(await hash());
    expect(new Set(seen).size).toBe(seen.length);
    await writeFile(join(root, 'README.md'), 'not a source');
    expect(await hash()).toBe(seen.at(-1));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
