import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { callerPath } from '../caller-path.ts';
import { damageFile, seededNumbers } from './damage-file.ts';
import { openDamaged } from './open-damaged.ts';

const usage = 'Usage: fuzz:images <folder of images> [--count 10000] [--seed 1] [--largest bytes] [--minutes 60]';

/** Opens damaged copies of a folder's files, one after the other, until there were enough or the time is over, and tells how they ended. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      largest: { type: 'string', default: '200000' },
      minutes: { type: 'string', default: '60' },
    },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const files = await readSmallFiles(callerPath(folder), Number(values.largest));
  const ends = new Map<string, number>();
  let slowest = { seconds: 0, name: '', number: 0 };
  let peak = 0;
  const count = Number(values.count);
  const end = performance.now() + Number(values.minutes) * 60_000;
  let opened = 0;
  for (let number = 0; number < count && performance.now() < end; number++) {
    const { name, bytes } = files[number % files.length] ?? { name: '', bytes: new Uint8Array() };
    const begun = performance.now();
    const outcome = await openDamaged(damageFile(bytes, seededNumbers(Number(values.seed) * 1_000_003 + number)));
    const seconds = (performance.now() - begun) / 1000;
    const key = `${extname(name)} ${outcome}`;
    ends.set(key, (ends.get(key) ?? 0) + 1);
    if (seconds > slowest.seconds) slowest = { seconds, name, number };
    peak = Math.max(peak, process.memoryUsage.rss());
    opened++;
    if (number % 500 === 499) console.error(`${number + 1} of ${count}, ${Math.round(peak / 1024 / 1024)} MB at most`);
  }
  for (const [key, times] of [...ends].sort(([a], [b]) => a.localeCompare(b))) console.log(`${key.padEnd(32)}${times}`);
  console.log(`${opened} files, all ended as pixels or with a reason`);
  console.log(`slowest ${slowest.seconds.toFixed(2)} s (${slowest.name}, ${slowest.number})`);
  console.log(`memory at most ${Math.round(peak / 1024 / 1024)} MB`);
}

async function readSmallFiles(folder: string, largest: number): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files = [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) {
    const bytes = await readFile(path);
    if (bytes.byteLength <= largest) files.push({ name: relative(folder, path), bytes });
  }
  return files;
}

await main();
