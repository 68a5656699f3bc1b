import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { z } from 'zod';

const folder = new URL('../../packages/testing/fixtures/tickets/', import.meta.url);
const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const labelSchema = z.object({ image: z.string(), fields: z.record(z.string(), z.object({ box: boxSchema })) });

/** A drawn ticket of packages/testing/fixtures/tickets, by its name without `.jpg`. */
export async function samplePicture(name: string): Promise<Buffer<ArrayBuffer>> {
  return Buffer.from(await readFile(new URL(`${name}.jpg`, folder)));
}

/** Where a field's value really stands on a drawn ticket: x, y, width and height in pixels of the picture. */
export async function trueBox(name: string, field: string): Promise<z.infer<typeof boxSchema>> {
  const lines = (await readFile(new URL('labels.jsonl', folder), 'utf8')).trim().split('\n');
  const labels = lines.map((line) => labelSchema.parse(JSON.parse(line)));
  const box = labels.find(({ image }) => image === `${name}.jpg`)?.fields[field]?.box;
  if (box === undefined) throw new Error(`${name} has no label for ${field}`);
  return box;
}

/** A picture with nothing on it to read, unlike any other: quick to send and to read. */
export async function plainPicture(): Promise<Buffer<ArrayBuffer>> {
  const noise = { type: 'gaussian', mean: 160, sigma: 12 } as const;
  const bytes = await sharp({ create: { width: 480, height: 640, channels: 3, background: 'white', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
  return Buffer.from(bytes);
}
