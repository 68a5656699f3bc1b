import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { findCanary } from './find-canary.ts';
import { photoCanary } from './location-canary.ts';
import { plantLocation, plantLocationInPdf } from './plant-location.ts';

async function drawPicture(format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  const stripe = Buffer.from(Array.from({ length: 120 * 90 * 3 }, (_, index) => (index * 7) % 251));
  return sharp(stripe, { raw: { width: 120, height: 90, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

const kinds = (['jpeg', 'png', 'webp'] as const).flatMap((format) => [
  { format, byteOrder: 'little' as const },
  { format, byteOrder: 'big' as const },
]);

test.each(kinds)('a $format with $byteOrder endian EXIF shows its GPS position to other readers', async (kind) => {
  const planted = await plantLocation(await drawPicture(kind.format), { byteOrder: kind.byteOrder, orientation: 6 });
  const tags = ExifReader.load(planted, { expanded: true });
  expect(tags.gps?.Latitude).toBeCloseTo(photoCanary.latitude, 5);
  expect(tags.gps?.Longitude).toBeCloseTo(photoCanary.longitude, 5);
  expect(tags.xmp?.GPSLatitude?.value).toContain('31,53.85186N');
  const metadata = await sharp(planted).metadata();
  expect(metadata.orientation).toBe(6);
  expect(Object.keys(metadata)).toEqual(expect.arrayContaining(['exif', 'xmp', 'icc']));
});

test.each(kinds)('planting into a $format ($byteOrder endian) leaves the pixels alone', async (kind) => {
  const original = await drawPicture(kind.format);
  const planted = await plantLocation(original, kind);
  const pixels = (image: Buffer) => sharp(image).toColourspace('srgb').removeAlpha().raw().toBuffer();
  expect((await pixels(planted)).equals(await pixels(original))).toBe(true);
});

test.each(kinds)('the canaries are found in the raw bytes of a $format, $byteOrder endian', async (kind) => {
  const original = await drawPicture(kind.format);
  expect(findCanary(original)).toEqual([]);
  const found = findCanary(await plantLocation(original, kind));
  expect(found).toEqual(
    expect.arrayContaining([
      `photo: latitude as rationals, ${kind.byteOrder} endian`,
      `photo: longitude as a double, ${kind.byteOrder} endian`,
      'photo: latitude as decimal text',
      'photo: longitude in minutes',
      'photo: name of the place',
      `thumbnail: latitude as rationals, ${kind.byteOrder} endian`,
      'thumbnail: longitude as decimal text',
    ]),
  );
});

test('a JPEG also carries IPTC, UTF-16 text, and a second picture behind its end', async () => {
  const planted = await plantLocation(await drawPicture('jpeg'));
  expect(ExifReader.load(planted, { expanded: true }).iptc?.City?.description).toBe(photoCanary.place);
  expect(findCanary(planted)).toContain('photo: latitude as decimal text, in UTF-16');
  const tail = planted.subarray(planted.lastIndexOf(Buffer.from([0xff, 0xd9])));
  expect(findCanary(tail)).toContain('photo: name of the place');
});

test('the thumbnail inside EXIF has a position of its own', async () => {
  const planted = await plantLocation(await drawPicture('jpeg'));
  const thumbnail = ExifReader.load(planted, { expanded: true }).Thumbnail?.image;
  if (!thumbnail) throw new Error('no thumbnail');
  expect(ExifReader.load(thumbnail, { expanded: true }).gps?.Latitude).toBeCloseTo(29.136847, 5);
});

test('a PNG hides its EXIF as hexadecimal text in a compressed chunk', async () => {
  const planted = await plantLocation(await drawPicture('png'));
  const keyword = Buffer.from('Raw profile type exif\0\0');
  const text = inflateSync(planted.subarray(planted.indexOf(keyword) + keyword.length), { finishFlush: 2 });
  expect(findCanary(Buffer.from(text.toString('latin1').replaceAll('\n', '')))).toContain(
    'photo: latitude as rationals, little endian, in hexadecimal',
  );
});

test.each(['heic', 'avif', 'tiff'] as const)('a %s shows its GPS position to other readers', async (format) => {
  const heic = new URL('../fixtures/heic/small.heic', import.meta.url);
  const plain =
    format === 'heic'
      ? await readFile(heic)
      : await sharp(await drawPicture('png'))
          .toFormat(format)
          .toBuffer();
  expect(findCanary(plain)).toEqual([]);
  const tags = ExifReader.load(await plantLocation(plain, { orientation: 6 }), { expanded: true });
  expect(tags.gps?.Latitude).toBeCloseTo(photoCanary.latitude, 5);
  expect(tags.xmp?.GPSLatitude?.value).toContain('31,53.85186N');
});

test('a PDF hides the position in its description, in attached files, and in the EXIF of its pictures', async () => {
  const found = findCanary(await plantLocationInPdf([await drawPicture('jpeg')]));
  expect(found).toEqual(
    expect.arrayContaining([
      'photo: latitude as decimal text',
      'photo: latitude in minutes',
      'photo: latitude as rationals, little endian',
      'thumbnail: latitude as rationals, little endian',
    ]),
  );
});

test('a picture that was encoded anew without metadata carries nothing', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const planted = await plantLocation(await drawPicture(format));
    expect(findCanary(await sharp(planted).toFormat(format).toBuffer())).toEqual([]);
  }
});

test.each([
  ['a log line', '{"latitude":31.897531}', 'photo: latitude as decimal text'],
  ['a rounded export', 'lon;-102.2468', 'photo: longitude as decimal text'],
  ['an XMP property', 'exif:GPSLatitude="29,8.21082N"', 'thumbnail: latitude in minutes'],
])('the canary is found in %s', (_, text, what) => {
  expect(findCanary(Buffer.from(text))).toEqual([what]);
  expect(findCanary(Buffer.from(text, 'utf16le'))).toEqual([`${what}, in UTF-16`]);
});
