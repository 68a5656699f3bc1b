import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { PageText, TextEngine } from '../text/text-engine.ts';

/** An engine that reads each page of an image once, however often the image is read. `turnTo` says which image comes next. */
export type RememberingEngine = TextEngine & { turnTo: (image: string) => void };

/**
 * Lets the same images be read again and again without recognizing their text each time: in this process, and with a folder also in
 * later ones, which then measure only what comes after the text. Who changes the engine takes another folder.
 */
export function rememberPages(engine: TextEngine, folder?: string): RememberingEngine {
  const remembered = new Map<string, Promise<PageText>>();
  let image = '';
  let page = 0;
  return {
    get name() {
      return engine.name;
    },
    get version() {
      return engine.version;
    },
    turnTo(next) {
      image = next;
      page = 0;
    },
    readPage(photo, ...rest) {
      const key = `${image}, page ${page++}`;
      const read = (): Promise<PageText> => engine.readPage(photo, ...rest);
      const text = remembered.get(key) ?? (folder === undefined ? read() : keepIn(folder, key, read));
      remembered.set(key, text);
      return text;
    },
    close: () => engine.close(),
  };
}

async function keepIn(folder: string, key: string, read: () => Promise<PageText>): Promise<PageText> {
  const path = join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 24)}.page`);
  const kept = await readFile(path).catch(() => null);
  if (kept !== null) return deserialize(kept);
  const text = await read();
  await mkdir(folder, { recursive: true });
  // whole or not at all, also where two benches share the folder
  await writeFile(`${path}.${process.pid}`, serialize(text));
  await rename(`${path}.${process.pid}`, path);
  return text;
}
