import { expect, test } from '@jest/globals';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { plantLocation } from '@ticket-pros/testing/plant-location';
import ExifReader from 'exifreader';
import sharp, { type Sharp } from 'sharp';
import { expectToSurviveDamage } from '../../test/expect-to-survive-damage.ts';
import { decodeUpright } from '../../test/make-photo.ts';
import { openFile } from '../open-file.ts';
import { readImageSize } from '../read-image-size.ts';
import { stripMetadata } from '../strip-metadata.ts';

const pixels = Buffer.from(Array.from({ length: 60 * 44 * 3 }, (_, index) => (index * 7) % 251));
const picture = sharp(pixels, { raw: { width: 60, height: 44, channels: 3 } });

const kinds: [name: string, photo: Sharp][] = [
  ['uncompressed', picture.clone().tiff({ compression: 'none' })],
  ['LZW', picture.clone().tiff({ compression: 'lzw', predictor: 'horizontal' })],
  ['deflate in tiles', picture.clone().tiff({ compression: 'deflate', tile: true, tileWidth: 32, tileHeight: 32 })],
  ['JPEG', picture.clone().tiff({ compression: 'jpeg', quality: 90 })],
  ['JPEG in tiles', picture.clone().tiff({ compression: 'jpeg', tile: true, tileWidth: 32, tileHeight: 32 })],
  ['PackBits', picture.clone().tiff({ compression: 'packbits' })],
  [
    'black and white as of a fax',
    picture.clone().threshold().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }),
  ],
  ['16 bits', picture.clone().toColourspace('rgb16').tiff({ compression: 'deflate' })],
  ['CMYK', picture.clone().toColourspace('cmyk').tiff({ compression: 'lzw' })],
  ['clear', picture.clone().ensureAlpha(0.5).tiff({ compression: 'none' })],
];

test.each(kinds)('promise TP-2: a TIFF (%s) keeps its pixels and no location of any kind', async (_name, photo) => {
  const plain = await photo.toBuffer();
  const depth = (await sharp(plain).metadata()).depth;
  // The bytes of deeper pixels would have to be turned round too.
  for (const byteOrder of depth === 'uchar' || depth === undefined
    ? (['little', 'big'] as const)
    : (['little'] as const)) {
    const planted = await plantLocation(plain, { orientation: 6, byteOrder });
    expect(findCanary(planted).length).toBeGreaterThan(8);
    expect(ExifReader.load(planted, { expanded: true }).gps?.Latitude).toBeCloseTo(31.897531, 4);
    const { bytes, mediaType } = await stripMetadata(planted);
    expect(mediaType).toBe('image/tiff');
    expect(findCanary(bytes)).toEqual([]);
    expect(Buffer.from(bytes).includes('CANA')).toBe(false);
    expect(await decodeUpright(bytes)).toEqual(await decodeUpright(planted));
    expect(await readImageSize(bytes)).toEqual({ width: 44, height: 60, orientation: 6 });
    const left = ExifReader.load(Buffer.from(bytes), { expanded: true });
    expect([left.gps, left.xmp, left.iptc, left.exif?.Make, left.exif?.ImageDescription]).toEqual(
      new Array(5).fill(undefined),
    );
    expect((await stripMetadata(bytes)).bytes).toEqual(bytes);
  }
});

/** Two pages of different colours, and between them a small copy of the first. */
async function makePages(): Promise<Buffer> {
  const draw = (width: number, background: string) =>
    sharp({ create: { width, height: width, channels: 3, background } })
      .tiff({ compression: 'none' })
      .toBuffer();
  const parts: Buffer[] = [Buffer.from('II*\0\x08\0\0\0', 'latin1')];
  let end = 8;
  const pages = await Promise.all([draw(70, '#300'), draw(10, '#300'), draw(80, '#003')]);
  for (const [index, page] of pages.entries()) {
    const directory = page.readUInt32LE(4);
    const count = page.readUInt16LE(directory);
    const fields = Buffer.from(page.subarray(directory + 2, directory + 2 + count * 12));
    const dataAt = end + 2 + (count + 1) * 12 + 4;
    const lengths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8];
    for (let at = 0; at < fields.length; at += 12) {
      const isPlace = fields.readUInt16LE(at) === 273 && fields.readUInt32LE(at + 4) === 1;
      const isLong = (lengths[fields.readUInt16LE(at + 2)] ?? 0) * fields.readUInt32LE(at + 4) > 4;
      if (isPlace || isLong) fields.writeUInt32LE(fields.readUInt32LE(at + 8) + dataAt, at + 8);
      else if (fields.readUInt16LE(at) === 273) throw new Error('more strips than one');
    }
    const kind = Buffer.from([0xfe, 0, 4, 0, 1, 0, 0, 0, index === 1 ? 1 : 0, 0, 0, 0]);
    const next = Buffer.alloc(4);
    next.writeUInt32LE(index === 2 ? 0 : dataAt + page.length);
    const part = Buffer.concat([Buffer.from([count + 1, 0]), kind, fields, next, page]);
    parts.push(part);
    end += part.length;
  }
  return Buffer.concat(parts);
}

test('of several pages each becomes a file of its own; a small copy is no page', async () => {
  const file = await makePages();
  await expect(stripMetadata(file)).rejects.toMatchObject({ code: 'several_pages' });
  await expect(readImageSize(file)).rejects.toMatchObject({ code: 'several_pages' });
  const opened = await openFile(file);
  expect(opened.pages).toBe(2);
  for (const [index, page, color] of [
    [0, 0, [0x33, 0, 0]],
    [1, 2, [0, 0, 0x33]],
  ] as const) {
    const own = opened.stripPage(index);
    expect(await decodeUpright(own)).toEqual(await decodeUpright(await sharp(file, { page }).png().toBuffer()));
    expect([...(await sharp(own).raw().toBuffer()).subarray(0, 3)]).toEqual(color);
    expect(opened.readSize(index)).toMatchObject({ width: index === 0 ? 70 : 80 });
    expect((await sharp(own).metadata()).pages ?? 1).toBe(1);
  }
});

test.each(['LZW', 'JPEG'])('cut and damaged, a TIFF (%s) is refused or keeps the pixels that it has', async (name) => {
  const photo = kinds.find(([kind]) => kind === name)?.[1];
  if (photo === undefined) throw new Error(name);
  const planted = await plantLocation(await photo.clone().toBuffer(), { orientation: 6 });
  await expectToSurviveDamage(planted, (image) =>
    sharp(image, { ignoreIcc: true, failOn: 'error' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
      .then(({ data, info }) => ({ width: info.width, pixels: data.toString('base64') }))
      .catch(() => undefined),
  );
});

test.each([
  [
    'pages without an end',
    (file: Buffer) => file.writeUInt32LE(file.readUInt32LE(4), endOfDirectory(file)),
    'image_damaged',
  ],
  ['a compression that is older than its standard', (file: Buffer) => setTag(file, 259, 6), 'unsupported_image'],
  ["a camera's raw data", (file: Buffer) => setTag(file, 262, 32_803), 'unsupported_image'],
  ['no sides', (file: Buffer) => setTag(file, 256, 0), 'image_damaged'],
  ['only a small copy', (file: Buffer) => setTag(file, 283, 1, 254), 'unsupported_image'],
] as const)('a TIFF with %s is refused', async (_what, spoil, code) => {
  const file = await picture.clone().tiff({ compression: 'none' }).toBuffer();
  spoil(file);
  await expect(stripMetadata(file)).rejects.toMatchObject({ code });
});

function endOfDirectory(file: Buffer): number {
  const directory = file.readUInt32LE(4);
  return directory + 2 + file.readUInt16LE(directory) * 12;
}

/** Changes a tag's value, and its number where another one is told. */
function setTag(file: Buffer, tag: number, value: number, number = tag): void {
  const directory = file.readUInt32LE(4);
  for (let at = directory + 2; at < endOfDirectory(file); at += 12) {
    if (file.readUInt16LE(at) !== tag) continue;
    file.writeUInt16LE(number, at);
    file.writeUInt16LE(3, at + 2);
    file.writeUInt16LE(value, at + 8);
  }
}
