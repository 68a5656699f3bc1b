import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { listParts } from '../../test/list-parts.ts';
import { decodeUpright } from '../../test/make-photo.ts';
import { stripMetadata } from '../strip-metadata.ts';

const pixels = Buffer.from(Array.from({ length: 41 * 30 * 4 }, (_, index) => (index * 7) % 251));
const picture = sharp(pixels, { raw: { width: 41, height: 30, channels: 4 } });
const plain = await picture.clone().removeAlpha().webp().toBuffer();
const clear = await picture.clone().webp().toBuffer();
const lossless = await picture.clone().webp({ lossless: true }).toBuffer();

function chunk(type: string, data: Buffer | string): Buffer {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
  const header = Buffer.from(`${type}    `, 'latin1');
  header.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([header, bytes, Buffer.alloc(bytes.length % 2)]);
}

function riff(...chunks: Buffer[]): Buffer {
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}

/** An extended header that announces everything there is, for 41 × 30 pixels. */
function canvas(flags: number, width = 41): Buffer {
  return chunk('VP8X', Buffer.from([flags, 0, 0, 0, width - 1, 0, 0, 29, 0, 0]));
}

const pictureChunk = plain.subarray(12);
const exifWithOrientation = (orientation: number) =>
  Buffer.from(
    `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`,
    'latin1',
  );

test('a plain file stays as it is, and what hangs behind is left out', async () => {
  expect(Buffer.from((await stripMetadata(plain)).bytes)).toEqual(plain);
  expect(Buffer.from((await stripMetadata(Buffer.concat([plain, Buffer.from('CANARY')]))).bytes)).toEqual(plain);
});

test.each([
  ['position and texts', riff(canvas(0x0c), pictureChunk, chunk('EXIF', 'MM\0*CANARY'), chunk('XMP ', 'CANARY'))],
  ['unknown parts', riff(canvas(0), chunk('prVt', 'CANARY'), pictureChunk, chunk('tail', 'CANARY'))],
  ['unknown parts without an extended header', riff(pictureChunk, chunk('tail', 'CANARY'))],
  ['a broken profile', riff(canvas(0x20), chunk('ICCP', 'CANARY'), pictureChunk)],
  ['a profile that is not announced', riff(canvas(0), chunk('ICCP', 'CANARY'), pictureChunk)],
  ['bytes too few for a part', riff(canvas(0), pictureChunk, Buffer.from('CANARY'))],
])('%s: left out, and the plain picture is what stays', async (_what, webp) => {
  expect(Buffer.from((await stripMetadata(webp)).bytes)).toEqual(plain);
});

test('the orientation is read behind the signature that some cameras write, and written without', async () => {
  const turned = riff(canvas(0x08), pictureChunk, chunk('EXIF', exifWithOrientation(6)));
  const { bytes } = await stripMetadata(turned);
  expect(listParts(bytes).parts).toEqual(['VP8X', 'VP8 ', 'EXIF']);
  expect((await sharp(bytes).metadata()).orientation).toBe(6);
  expect(await decodeUpright(bytes)).toEqual(await decodeUpright(turned));
});

test('transparency is kept in both kinds of picture', async () => {
  expect(listParts((await stripMetadata(clear)).bytes).parts).toEqual(['VP8X', 'ALPH', 'VP8 ']);
  expect(listParts((await stripMetadata(lossless)).bytes).parts).toEqual(['VP8L']);
  for (const webp of [clear, lossless]) {
    expect(await decodeUpright((await stripMetadata(webp)).bytes)).toEqual(await decodeUpright(webp));
  }
});

test('a film is refused as unsupported', async () => {
  const frames = Buffer.concat([pixels, Buffer.from(pixels).reverse()]);
  const film = await sharp(frames, { raw: { width: 41, height: 60, channels: 4, pageHeight: 30 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
  expect(film.includes('ANMF')).toBe(true);
  await expect(stripMetadata(film)).rejects.toEqual(expect.objectContaining({ code: 'unsupported_image' }));
});

test.each([
  ['is shorter than it says', plain.subarray(0, -1)],
  ['has a chunk longer than the file', riff(canvas(0), pictureChunk, Buffer.from('EXIF\xff\xff\0\0', 'latin1'))],
  ['has two pictures', riff(canvas(0), pictureChunk, pictureChunk)],
  ['has two sizes', riff(canvas(0, 42), pictureChunk)],
  ['has no picture', riff(canvas(0))],
  ['has a picture that is none', riff(chunk('VP8 ', 'CANARY CANARY'))],
  ['has a lossless picture that is none', riff(chunk('VP8L', 'CANARY'))],
  ['is only a header', Buffer.from('RIFF\x04\0\0\0WEBP', 'latin1')],
])('a WebP that %s is refused as damaged', async (_what, webp) => {
  await expect(stripMetadata(webp)).rejects.toEqual(expect.objectContaining({ code: 'image_damaged' }));
});
