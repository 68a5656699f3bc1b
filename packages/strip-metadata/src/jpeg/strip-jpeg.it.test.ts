import { expect, test } from '@jest/globals';
import sharp, { type JpegOptions } from 'sharp';
import { listParts } from '../../test/list-parts.ts';
import { decodeUpright } from '../../test/make-photo.ts';
import { stripMetadata } from '../strip-metadata.ts';

const plain = await drawJpeg({});
const progressive = await drawJpeg({ progressive: true });

function drawJpeg(options: JpegOptions): Promise<Buffer> {
  const pixels = Buffer.from(Array.from({ length: 40 * 30 * 3 }, (_, index) => (index * 7) % 251));
  return sharp(pixels, { raw: { width: 40, height: 30, channels: 3 } })
    .jpeg(options)
    .toBuffer();
}

function segment(marker: number, body: string | Buffer): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const length = bytes.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), bytes]);
}

/** The JPEG with something between two of its parts: behind its start, or before its `scan`-th scan, counted from 0. */
function insert(jpeg: Buffer, added: Buffer, scan?: number): Buffer {
  let at = 2;
  for (let left = scan ?? -1; left >= 0; left--)
    at = jpeg.indexOf(Buffer.from([0xff, 0xda]), left === scan ? 0 : at + 2);
  return Buffer.concat([jpeg.subarray(0, at), added, jpeg.subarray(at)]);
}

/**
 * A grey JPEG of four blocks in a row with a restart after each, which sharp doesn't write. A block is one byte: a
 * difference of 7 (code 10, bits 111) or of 0 (code 0), the end of the block (code 0), and ones.
 */
const restarting = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xdb, `\0${'\x08'.repeat(64)}`),
  segment(0xdd, '\0\x01'),
  segment(0xc0, '\x08\0\x08\0\x20\x01\x01\x11\0'),
  segment(0xc4, `\0\x01\x01${'\0'.repeat(14)}\0\x03`),
  segment(0xc4, `\x10\x01${'\0'.repeat(15)}\0`),
  segment(0xda, '\x01\x01\0\0\x3f\0'),
  Buffer.from([0xbb, 0xff, 0xd0, 0x3f, 0xff, 0xd1, 0xbb, 0xff, 0xd2, 0x3f, 0xff, 0xd9]),
]);

test.each([
  ['a thumbnail in the JFIF segment', segment(0xe0, `JFIF\0\x01\x02\x01\0\x48\0\x48\x02\x02CANARY${'x'.repeat(6)}`)],
  ['a thumbnail in a segment of its own', segment(0xe0, 'JFXX\0\x10CANARY')],
  ['words behind the data of an Adobe segment', segment(0xee, 'Adobe\0\x64\0\0\0\0\x01CANARY')],
  ['a comment', segment(0xfe, 'CANARY')],
  ['a broken colour profile', segment(0xe2, 'ICC_PROFILE\0\x01\x02CANARY')],
  ['stray bytes', Buffer.from('CANARY')],
  ['fill bytes', Buffer.alloc(9, 0xff)],
  ['a marker without a meaning', Buffer.from([0xff, 0x01, 0xff, 0xd3])],
])('%s: left out, the picture stays', async (_what, added) => {
  const { bytes } = await stripMetadata(insert(plain, added, 0));
  expect(Buffer.from(bytes).includes('CANARY')).toBe(false);
  listParts(bytes);
  expect(await decodeUpright(bytes)).toEqual(await decodeUpright(plain));
});

test.each([1, 3, 5])('a comment before scan %i of a progressive JPEG is left out', async (scan) => {
  const { bytes } = await stripMetadata(insert(progressive, segment(0xfe, 'CANARY'), scan));
  expect(Buffer.from(bytes)).toEqual(Buffer.from((await stripMetadata(progressive)).bytes));
});

test('density and the colour transform are kept', async () => {
  const jfif = segment(0xe0, 'JFIF\0\x01\x02\x01\x01\x2c\x01\x2c\0\0');
  const jpeg = insert(insert(plain, jfif), segment(0xee, 'Adobe\0\x64\x80\0\0\0\x01'));
  const { bytes } = await stripMetadata(jpeg);
  expect((await sharp(bytes).metadata()).density).toBe(300);
  expect(listParts(bytes).parts).toEqual(expect.arrayContaining(['APP0 JFIF', 'APP14 Adobe']));
});

test('an RGB JPEG, told by its Adobe segment, keeps its colours', async () => {
  const rgb = insert(plain, segment(0xee, 'Adobe\0\x64\0\0\0\0\0'));
  const decoded = await decodeUpright(rgb);
  expect(decoded).not.toEqual(await decodeUpright(plain));
  expect(await decodeUpright((await stripMetadata(rgb)).bytes)).toEqual(decoded);
});

test('restart markers stay where they are', async () => {
  const { bytes } = await stripMetadata(insert(restarting, segment(0xfe, 'CANARY')));
  expect(Buffer.from(bytes)).toEqual(restarting);
  expect(await decodeUpright(bytes)).toEqual(await decodeUpright(restarting));
});

const frame = Buffer.from('\x08\0\x1e\0\x28\x03\x01\x22\0\x02\x11\x01\x03\x11\x01', 'latin1');

test.each([
  ['has two frame headers', insert(plain, segment(0xc0, frame))],
  ['has a second frame header before its second scan', insert(progressive, segment(0xc2, frame), 1)],
  ['has a second start', insert(plain, Buffer.from([0xff, 0xd8]))],
  ['has a segment of an unknown kind', insert(plain, segment(0xf3, 'CANARY'))],
  ['hides words behind a quantization table', insert(plain, segment(0xdb, `\0${'\x10'.repeat(64)}CANARY`))],
  ['hides words behind a Huffman table', insert(plain, segment(0xc4, `\0\x01${'\0'.repeat(15)}\x05CANARY`))],
  ['hides words behind a restart interval', insert(plain, segment(0xdd, '\0\0CANARY'))],
  ['has a segment that is longer than the file', insert(plain, Buffer.from([0xff, 0xe5, 0xff, 0xff]))],
  ['has a segment shorter than its own length', insert(plain, Buffer.from([0xff, 0xe5, 0, 1]))],
  ['has no end', plain.subarray(0, -2)],
  ['ends within its data', plain.subarray(0, -200)],
  ['has no picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
])('a JPEG that %s is refused as damaged', async (_what, jpeg) => {
  await expect(stripMetadata(jpeg)).rejects.toEqual(expect.objectContaining({ code: 'image_damaged' }));
});

test.each([
  ['lossless', 0xc3],
  ['hierarchical', 0xc5],
  ['JPEG-LS', 0xf7],
])('a JPEG with a %s frame is refused as unsupported', async (_what, marker) => {
  const jpeg = Buffer.from(plain);
  jpeg[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 1] = marker;
  await expect(stripMetadata(jpeg)).rejects.toEqual(expect.objectContaining({ code: 'unsupported_image' }));
});
