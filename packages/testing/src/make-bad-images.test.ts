import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { makeBadImages } from './make-bad-images.ts';

const files = await makeBadImages();

test('no bytes are no bytes', () => {
  expect(files.noBytes.bytes.length).toBe(0);
});

test.each(['notAnImage', 'headerOnlyJpeg'] as const)('%s has nothing that a decoder knows', async (name) => {
  await expect(sharp(files[name].bytes).metadata()).rejects.toThrow();
});

test.each(['truncatedJpeg', 'truncatedPng'] as const)('%s begins well and cannot be decoded', async (name) => {
  expect((await sharp(files[name].bytes).metadata()).width).toBe(900);
  await expect(sharp(files[name].bytes, { failOn: 'truncated' }).raw().toBuffer()).rejects.toThrow();
});

test('the truncated WebP begins as one, and is shorter than it says', async () => {
  const { bytes } = files.truncatedWebp;
  expect(bytes.toString('latin1', 8, 12)).toBe('WEBP');
  expect(bytes.readUInt32LE(4) + 8).toBeGreaterThan(bytes.length);
  await expect(sharp(bytes).metadata()).rejects.toThrow();
});

test.each(['onePixelJpeg', 'onePixelPng'] as const)('%s is a whole picture of one pixel', async (name) => {
  const { width, height } = await sharp(files[name].bytes).metadata();
  expect([width, height]).toEqual([1, 1]);
});

test.each(['hugePng', 'hugeJpeg'] as const)('%s claims 60,000 by 60,000 pixels', async (name) => {
  const { width, height } = await sharp(files[name].bytes, { limitInputPixels: false }).metadata();
  expect([width, height]).toEqual([60_000, 60_000]);
});

test('the huge PNG is about 5 KB', () => {
  expect(files.hugePng.bytes.length).toBeGreaterThan(4_000);
  expect(files.hugePng.bytes.length).toBeLessThan(6_000);
});

test('the polyglots are whole pictures', async () => {
  for (const file of [files.jpegWithZip, files.jpegWithHtml]) {
    expect((await sharp(file.bytes).stats()).channels).toHaveLength(3);
  }
  expect(files.jpegWithHtml.bytes.subarray(0, 20).toString('latin1')).toContain('<!doctype html');
});

test('the JPEG with a ZIP behind it holds an archive that its end leads into', () => {
  const { bytes } = files.jpegWithZip;
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const entry = bytes.readUInt32LE(end + 16);
  expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
  const local = bytes.readUInt32LE(entry + 42);
  const nameEnd = local + 30 + bytes.readUInt16LE(local + 26);
  expect(bytes.toString('latin1', local + 30, nameEnd)).toBe('run.sh');
  expect(bytes.toString('latin1', nameEnd, nameEnd + bytes.readUInt32LE(local + 18))).toBe('echo surprise\n');
});

test('content and name disagree', async () => {
  expect((await sharp(files.pngNamedJpg.bytes).metadata()).format).toBe('png');
  expect((await sharp(files.gifNamedJpg.bytes).metadata()).format).toBe('gif');
});
