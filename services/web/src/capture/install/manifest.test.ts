import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { shareAddress } from '../../service-worker/worker-words.ts';

interface Icon {
  src: string;
  sizes: string;
  type: string;
  purpose?: string;
}

interface Manifest {
  icons: Icon[];
  shortcuts: { name: string; url: string; icons: Icon[] }[];
  share_target: { action: string; params: { files: { name: string }[] } };
}

const publicFile = (name: string) => readFile(new URL(`../../../public/${name}`, import.meta.url));
const readManifest = async (name: string): Promise<Manifest> => JSON.parse(String(await publicFile(name)));

test('every icon of the manifest is there, in the size that it says', async () => {
  const { icons, shortcuts } = await readManifest('manifest.webmanifest');
  expect(icons.map(({ purpose = 'any' }) => purpose).sort()).toEqual(['any', 'any', 'any', 'maskable', 'monochrome']);
  for (const { src, sizes, type } of [...icons, ...shortcuts.flatMap((shortcut) => shortcut.icons)]) {
    const file = await publicFile(src.slice(1));
    if (type !== 'image/png') continue;
    // A PNG begins with its signature, then its header: width and height.
    expect([src, `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`]).toEqual([src, sizes]);
  }
});

test('the two languages are one app, and shares go where the worker takes them', async () => {
  const english = await readManifest('manifest.webmanifest');
  const spanish = await readManifest('manifest-es.webmanifest');
  const words = /"(name|description|lang)":"[^"]*"/g;
  expect(JSON.stringify(spanish).replace(words, '')).toBe(JSON.stringify(english).replace(words, ''));
  expect(spanish.shortcuts.map(({ name }) => name)).toEqual(['Ticket nuevo', 'Mis tickets']);
  expect(english.share_target).toMatchObject({ action: shareAddress, params: { files: [{ name: 'photos' }] } });
});
