/** @jest-environment <rootDir>/packages/reader/test/one-realm-environment.ts */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { prepareZXingModule, type WriteInputBarcodeFormat, writeBarcode } from 'zxing-wasm/writer';
import type { GreyImage } from '../../image/grey-image.ts';
import { spanOf } from '../page-word.ts';
import { readBarcodes } from './read-barcodes.ts';

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
  const wasmBinary = Uint8Array.from(await readFile(path)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

const page = { width: 2550, height: 3300 };
const codes: { format: WriteInputBarcodeFormat; text: string; left: number; top: number; size: number }[] = [
  { format: 'Code128', text: 'RB-9408479', left: 300, top: 200, size: 700 },
  { format: 'Code39', text: '84704056', left: 1400, top: 700, size: 800 },
  { format: 'QRCode', text: 'https://tickets.example/t/48812', left: 400, top: 1800, size: 330 },
  { format: 'DataMatrix', text: 'LOAD 7731', left: 1700, top: 2000, size: 250 },
  { format: 'PDF417', text: 'BOL 4500094247', left: 800, top: 2700, size: 900 },
];

/** A page of 300 dots an inch with all of the codes on it, turned, on a grey ground and with noise. */
async function drawCodes(angle: number): Promise<GreyImage> {
  const drawn = await Promise.all(
    codes.map(async ({ format, text, left, top, size }) => {
      const { svg } = await writeBarcode(text, { format });
      return {
        input: await sharp(Buffer.from(svg), { density: 600 }).resize({ width: size }).png().toBuffer(),
        left,
        top,
      };
    }),
  );
  const sheet = await sharp({ create: { ...page, channels: 3, background: '#f2f0ea' } })
    .composite(drawn)
    .png()
    .toBuffer();
  const { data, info } = await sharp(sheet)
    .rotate(angle, { background: '#777' })
    .greyscale()
    .blur(1)
    .jpeg({ quality: 80 })
    .toBuffer()
    .then((photo) => sharp(photo).extractChannel(0).raw().toBuffer({ resolveWithObject: true }));
  return { data, width: info.width, height: info.height };
}

test.each([0, 5, 95])('codes of each kind are read from a page turned by %i°', async (angle) => {
  const photo = await drawCodes(angle);
  const found = await readBarcodes(photo);
  expect(found.map(({ text }) => text).sort()).toEqual(codes.map(({ text }) => text).sort());
  for (const { text, quad } of found) {
    const { left, top, right, bottom } = spanOf(quad);
    const code = codes.find((drawn) => drawn.text === text);
    expect({ text, inside: left >= 0 && top >= 0 && right <= photo.width && bottom <= photo.height }).toEqual({
      text,
      inside: true,
    });
    expect(Math.max(right - left, bottom - top)).toBeGreaterThan(0.75 * (code?.size ?? 0));
    if (angle === 0) expect(Math.abs((left + right) / 2 - (code?.left ?? 0) - (code?.size ?? 0) / 2)).toBeLessThan(60);
  }
});

test('a page without codes has none', async () => {
  const data = Uint8Array.from({ length: 1200 * 900 }, (_, at) => (at % 37 < 3 && at % 1200 > 90 ? 40 : 230));
  expect(await readBarcodes({ data, width: 1200, height: 900 })).toEqual([]);
});
