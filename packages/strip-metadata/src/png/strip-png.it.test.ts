import { expect, test } from '@jest/globals';
import { pngChunk } from '@ticket-pros/testing/plant-in-png';
import sharp from 'sharp';
import { listParts } from '../../test/list-parts.ts';
import { decodeUpright } from '../../test/make-photo.ts';
import { stripMetadata } from '../strip-metadata.ts';

const pixels = Buffer.from(Array.from({ length: 40 * 30 * 3 }, (_, index) => (index * 7) % 251));
const picture = sharp(pixels, { raw: { width: 40, height: 30, channels: 3 } });
const plain = await picture.clone().png().toBuffer();
const palette = await picture.clone().png({ palette: true }).toBuffer();

const headerEnd = 8 + 25;
const endLength = 12;

/** The PNG with chunks right behind its header, or right before its end. */
function insert(png: Buffer, chunks: Buffer[], place: 'start' | 'end' = 'start'): Buffer {
  const at = place === 'start' ? headerEnd : png.length - endLength;
  return Buffer.concat([png.subarray(0, at), ...chunks, png.subarray(at)]);
}

test.each([
  ['text', pngChunk('tEXt', Buffer.from('Comment\0CANARY'))],
  ['a time', pngChunk('tIME', Buffer.from('CANARY!'))],
  ['a private chunk', pngChunk('prVt', Buffer.from('CANARY'))],
  ['a colour profile that is none', pngChunk('iCCP', Buffer.from('CANARY\0\0CANARY'))],
  ['a density of the wrong length', pngChunk('pHYs', Buffer.from('CANARY'))],
  [
    'a density with a wrong checksum',
    Buffer.concat([pngChunk('pHYs', Buffer.from('CANARY!!!')).subarray(0, -1), Buffer.of(0)]),
  ],
  ['a suggested palette', pngChunk('sPLT', Buffer.from('CANARY\0\x08'))],
])('%s: left out, the picture stays', async (_what, chunk) => {
  const { bytes } = await stripMetadata(insert(plain, [chunk]));
  expect(Buffer.from(bytes)).toEqual(Buffer.from((await stripMetadata(plain)).bytes));
  expect(await decodeUpright(bytes)).toEqual(await decodeUpright(plain));
});

test('of several colour profiles only the first is unpacked, even when it is broken', async () => {
  const tagged = await picture.clone().png().withIccProfile('p3').toBuffer();
  const broken = pngChunk('iCCP', Buffer.from('broken\0\0CANARY'));
  expect(listParts((await stripMetadata(tagged)).bytes).parts).toContain('iCCP');
  expect(listParts((await stripMetadata(insert(tagged, [broken]))).bytes).parts).not.toContain('iCCP');
});

test('text behind the picture and everything behind the end is left out', async () => {
  const text = [pngChunk('tEXt', Buffer.from('Comment\0CANARY')), pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f]))];
  const png = Buffer.concat([insert(plain, text, 'end'), plain, Buffer.from('PK CANARY')]);
  expect(Buffer.from((await stripMetadata(png)).bytes)).toEqual(Buffer.from((await stripMetadata(plain)).bytes));
});

test('what decides how the pixels look is kept', async () => {
  const gamma = pngChunk('gAMA', Buffer.from([0, 0, 0xff, 0xff]));
  const size = pngChunk('pHYs', Buffer.from([0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]));
  const clear = pngChunk('tRNS', Buffer.from([0, 0, 0, 7, 0, 14]));
  const png = insert(plain, [gamma, clear, size]);
  const { bytes } = await stripMetadata(png);
  expect(listParts(bytes).parts).toEqual(['IHDR', 'gAMA', 'tRNS', 'pHYs', ...listParts(plain).parts.slice(2)]);
  expect(await decodeUpright(bytes)).toEqual(await decodeUpright(png));
});

test('of an animated PNG the still picture is kept', async () => {
  const control = pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
  const frameControl = pngChunk('fcTL', Buffer.alloc(26));
  const frame = pngChunk('fdAT', Buffer.from('\0\0\0\x01CANARY'));
  const animated = insert(insert(plain, [control, frameControl]), [frameControl, frame], 'end');
  expect(Buffer.from((await stripMetadata(animated)).bytes)).toEqual(Buffer.from((await stripMetadata(plain)).bytes));
});

function withByte(png: Buffer, at: number, byte: number): Buffer {
  const copy = Buffer.from(png);
  copy[at] = byte;
  return copy;
}

const dataAt = plain.indexOf('IDAT');

test.each([
  ['has a flipped bit in its data', withByte(plain, dataAt + 20, (plain[dataAt + 20] ?? 0) ^ 1)],
  ['has a flipped bit in its header', withByte(plain, 19, 41)],
  [
    'has a flipped bit in its palette',
    withByte(palette, palette.indexOf('PLTE') + 6, (palette[palette.indexOf('PLTE') + 6] ?? 0) ^ 1),
  ],
  [
    'has data in two places',
    insert(plain, [pngChunk('tEXt', Buffer.from('a\0b')), pngChunk('IDAT', Buffer.from('CANARY'))], 'end'),
  ],
  ['has two headers', insert(plain, [plain.subarray(8, headerEnd)])],
  ['has a palette of an odd length', insert(plain, [pngChunk('PLTE', Buffer.from('CANAR'))])],
  ['has no data', Buffer.concat([plain.subarray(0, headerEnd), plain.subarray(-endLength)])],
  ['has no header', Buffer.concat([plain.subarray(0, 8), plain.subarray(headerEnd)])],
  [
    'has no pixels',
    Buffer.concat([plain.subarray(0, 8), pngChunk('IHDR', Buffer.alloc(13)), plain.subarray(headerEnd)]),
  ],
  ['hides words in its end', Buffer.concat([plain.subarray(0, -endLength), pngChunk('IEND', Buffer.from('CANARY'))])],
  ['has no end', plain.subarray(0, -endLength)],
  ['breaks off in its end', plain.subarray(0, -1)],
])('a PNG that %s is refused as damaged', async (_what, png) => {
  await expect(stripMetadata(png)).rejects.toEqual(expect.objectContaining({ code: 'image_damaged' }));
});

test.each(['CgBI', 'LOOK'])(
  'a PNG with the necessary chunk %s, which nobody knows, is refused as unsupported',
  async (name) => {
    const png = Buffer.concat([plain.subarray(0, 8), pngChunk(name, Buffer.alloc(4)), plain.subarray(8)]);
    const late = insert(plain, [pngChunk(name, Buffer.alloc(4))]);
    await expect(stripMetadata(name === 'CgBI' ? png : late)).rejects.toEqual(
      expect.objectContaining({ code: 'unsupported_image' }),
    );
  },
);
