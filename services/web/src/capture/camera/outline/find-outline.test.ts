import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { findOutline } from './find-outline.ts';
import type { GreyFrame } from './grey-frame.ts';
import type { Outline } from './judge-outline.ts';

const samples = join(import.meta.dirname, '../../../../../../packages/testing/fixtures/tickets');

async function smallFrame(image: Sharp): Promise<GreyFrame> {
  const shrunk = image.resize(160, 160, { fit: 'inside' }).greyscale();
  const { data, info } = await shrunk.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function farthestCorner(found: Outline | null, wanted: readonly (readonly [number, number])[]): number {
  if (found === null) return 1;
  return Math.max(
    ...found.corners.map(({ x, y }, i) => Math.hypot(x - (wanted[i]?.[0] ?? 0), y - (wanted[i]?.[1] ?? 0))),
  );
}

type Label = { image: string; quad: [number, number][] };

async function readLabels(): Promise<Label[]> {
  const lines = (await readFile(join(samples, 'labels.jsonl'), 'utf8')).trim().split('\n');
  return lines.map((line): Label => JSON.parse(line));
}

test('finds the corners of every sample ticket that was photographed, within 3 % of the picture', async () => {
  const far: [string, number][] = [];
  let looked = 0;
  for (const { image, quad } of await readLabels()) {
    const photo = sharp(join(samples, image));
    const { width = 1, height = 1 } = await photo.metadata();
    const wanted = quad.map(([x, y]): [number, number] => [x / width, y / height]);
    // The two scans fill their pictures: no outline is to be drawn there.
    const isScan = image.startsWith('concrete-delivery') || image.startsWith('oilfield-service');
    const found = findOutline(await smallFrame(photo));
    looked++;
    if (isScan ? found !== null : farthestCorner(found, wanted) > 0.03)
      far.push([image, farthestCorner(found, wanted)]);
  }
  expect(looked).toBe(12);
  expect(far).toEqual([]);
}, 60_000);

test('finds the page in dim light, and tells which side goes on beyond the picture', async () => {
  const photo = sharp(join(samples, 'time-and-material-01.jpg'));
  const label = (await readLabels()).find(({ image }) => image === 'time-and-material-01.jpg');
  const { width = 1, height = 1 } = await photo.metadata();
  const wanted = (label?.quad ?? []).map(([x, y]): [number, number] => [x / width, y / height]);
  const dim = findOutline(await smallFrame(photo.clone().linear(0.2, 0)));
  expect(farthestCorner(dim, wanted)).toBeLessThan(0.04);
  const cut = { left: 0, top: 0, width: Math.round(width * 0.75), height };
  const found = findOutline(await smallFrame(photo.clone().extract(cut)));
  expect(found?.onFrame).toEqual([false, true, false, false]);
});

test('draws nothing on a bare table', () => {
  const data = Uint8Array.from(
    { length: 160 * 120 },
    (_, at) => 90 + ((at * 7919) % 13) + 8 * Math.sin((at % 160) / 9),
  );
  expect(findOutline({ data, width: 160, height: 120 })).toBeNull();
});
