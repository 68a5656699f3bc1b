import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { plantLocationInPdf } from '@ticket-pros/testing/plant-location';
import sharp from 'sharp';
import { makeDerivatives } from './make-derivatives.ts';
import { UnreadableImageError } from './unreadable-image-error.ts';

test('upright copies of bounded size without any metadata; the size told is that of the upright original', async () => {
  const photo = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#c8b070' } })
    .withExif({ IFD0: { Make: 'CANARYCAM' }, IFD3: { GPSLatitude: '31/1 52/1 16/1' } })
    .withMetadata({ orientation: 6, exif: { IFD0: { Make: 'CANARYCAM' } } })
    .jpeg()
    .toBuffer();
  expect(photo.includes('CANARYCAM')).toBe(true);
  const { display, thumbnail, width, height } = await makeDerivatives(photo);
  expect([width, height]).toEqual([1500, 3000]);
  for (const [copy, size] of [
    [display, [1000, 2000]],
    [thumbnail, [180, 360]],
  ] as const) {
    const metadata = await sharp(copy).metadata();
    expect(metadata.format).toBe('jpeg');
    expect([metadata.width, metadata.height]).toEqual(size);
    expect([metadata.orientation, metadata.exif, metadata.icc, metadata.xmp, metadata.iptc]).toEqual(
      Array(5).fill(undefined),
    );
    expect(Buffer.from(copy).includes('CANARYCAM')).toBe(false);
  }
});

test('a small image is not blown up', async () => {
  const small = await sharp({ create: { width: 100, height: 80, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const { display, thumbnail } = await makeDerivatives(small);
  expect((await sharp(display).metadata()).width).toBe(100);
  expect((await sharp(thumbnail).metadata()).width).toBe(100);
});

test('what is no picture says why', async () => {
  const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const reasonOf = (bytes: Uint8Array): Promise<string> =>
    makeDerivatives(bytes).then(
      () => 'made',
      (error: unknown) => (error instanceof UnreadableImageError ? error.reason : String(error)),
    );
  expect(await reasonOf(Buffer.from('no picture'))).toBe('unknown_format');
  expect(await reasonOf(new Uint8Array())).toBe('file_empty');
  expect(await reasonOf(jpeg.subarray(0, jpeg.length - 200))).toBe('image_damaged');
});

test('of a HEIC and of a page of a PDF too, in colour', async () => {
  const red = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#b01020' } })
    .jpeg()
    .toBuffer();
  const files = {
    pdf: await plantLocationInPdf([red]),
    heic: await readFile(new URL('../../../testing/fixtures/heic/ticket.heic', import.meta.url)),
  };
  const pdf = await makeDerivatives(files.pdf);
  expect([pdf.width, pdf.height]).toEqual([625, 416]);
  const { channels, dominant } = await sharp(pdf.display).stats();
  expect(channels).toHaveLength(3);
  expect([dominant.r > 150, dominant.g < 60]).toEqual([true, true]);
  const heic = await makeDerivatives(files.heic);
  expect([heic.width, heic.height]).toEqual([1500, 1148]);
  const photo = new URL('../../../testing/fixtures/tickets/quarry-load-01.jpg', import.meta.url);
  const meansOf = async (bytes: Uint8Array) => (await sharp(bytes).stats()).channels.map(({ mean }) => mean);
  const original = await meansOf(await readFile(photo));
  const shown = await meansOf(heic.display);
  for (const [channel, mean] of shown.entries()) expect(Math.abs(mean - (original[channel] ?? 0))).toBeLessThan(4);
});
