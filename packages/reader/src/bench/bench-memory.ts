import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memoryUsage } from 'node:process';
import { parseArgs } from 'node:util';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import sharp from 'sharp';
import { callerPath } from '../caller-path.ts';
import { UnreadableImageError } from '../image/unreadable-image-error.ts';
import { readTicket } from '../read-ticket.ts';
import { createTextEngine } from '../text/create-text-engine.ts';
import { createSecondOpinion } from '../text/second-opinion/create-second-opinion.ts';

const usage = `Usage: bench:memory <folder of images> [--count 500] [--every 50] [--only part-of-a-name]

Reads so many images in one process with both engines, beginning anew when the folder ends, and prints what memory it holds.`;

/** By then everything is loaded, and has grown to what the largest image takes. */
const warmImages = 50;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      count: { type: 'string', default: '500' },
      every: { type: 'string', default: '50' },
      only: { type: 'string', default: '' },
    },
    allowPositionals: true,
  });
  const [folder] = positionals;
  const [count, every] = [Number(values.count), Number(values.every)];
  const paths = folder === undefined ? [] : await listImages(callerPath(folder), values.only);
  if (paths.length === 0 || !(count > 0) || !(every > 0)) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  // as the worker's threads do
  sharp.concurrency(1);
  sharp.cache(false);
  const engine = createTextEngine();
  const secondOpinion = createSecondOpinion();
  let [peak, warm, unreadable] = [0, 0, 0];
  console.log('images    held MB    of it objects    buffers');
  for (let number = 1; number <= count; number++) {
    const path = paths[(number - 1) % paths.length] ?? '';
    await readTicket([await readFile(path)], fieldTicketType, { engine, secondOpinion }).catch((error: unknown) => {
      if (!(error instanceof UnreadableImageError)) throw error;
      unreadable++;
    });
    const held = memoryUsage();
    peak = Math.max(peak, held.rss);
    if (number === warmImages) warm = peak;
    if (number % every === 0) console.log(formatRow(number, held));
  }
  console.log(`at most ${megabytes(peak)} MB; ${unreadable} images could not be read`);
  if (count > warmImages)
    console.log(`${megabytes(peak - warm)} MB more than at most in the first ${warmImages} images`);
  await secondOpinion.close();
  await engine.close();
}

async function listImages(folder: string, only: string): Promise<string[]> {
  const names = await readdir(folder);
  const pictures = names.filter((name) => /\.(jpe?g|png|webp|heic|tiff?|pdf)$/i.test(name) && name.includes(only));
  return pictures.sort().map((name) => join(folder, name));
}

function formatRow(images: number, { rss, heapUsed, arrayBuffers }: NodeJS.MemoryUsage): string {
  const cells = [megabytes(rss).padStart(11), megabytes(heapUsed).padStart(17), megabytes(arrayBuffers).padStart(11)];
  return String(images).padStart(6) + cells.join('');
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1024 / 1024));
}

await main();
