import { expect, jest, test } from '@jest/globals';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { plantLocation } from '@ticket-pros/testing/plant-location';
import sharp from 'sharp';
import { expectToSurviveDamage } from '../../test/expect-to-survive-damage.ts';
import { decodeUpright } from '../../test/make-photo.ts';
import { decodeHeic, readHeic } from '../../test/render.ts';
import { readImageSize } from '../read-image-size.ts';
import { stripMetadata } from '../strip-metadata.ts';
import { readBoxes, readTopBoxes } from './read-boxes.ts';
import { readHeif } from './read-heif.ts';
import { writeHeif } from './write-heif.ts';

// libheif tells the console about every damaged file.
jest.spyOn(console, 'log').mockImplementation(() => {});

const names = ['small', 'deep', 'clear'];

/** The types of all boxes, those inside `meta` and its properties included. */
function listBoxes(bytes: Uint8Array): string[] {
  return [...readTopBoxes(bytes)].flatMap((box) => {
    if (box.type !== 'meta') return [box.type];
    const inside = [...readBoxes(bytes, box.body + 4, box.end)];
    const iprp = inside.find(({ type }) => type === 'iprp');
    const ipco = iprp && [...readBoxes(bytes, iprp.body, iprp.end)].find(({ type }) => type === 'ipco');
    const properties = ipco ? [...readBoxes(bytes, ipco.body, ipco.end)] : [];
    return ['meta', ...inside.map(({ type }) => type), ...properties.map(({ type }) => type)];
  });
}

test.each(names)('promise TP-2: a HEIC (%s) keeps its pixels and no location of any kind', async (name) => {
  for (const orientation of [1, 3, 6, 8]) {
    const photo = await plantLocation(await readHeic(name), { orientation });
    expect(findCanary(photo).length).toBeGreaterThan(8);
    const { bytes, mediaType } = await stripMetadata(photo);
    expect(mediaType).toBe('image/heic');
    expect(findCanary(bytes)).toEqual([]);
    const seen = decodeHeic(bytes);
    expect(seen).toEqual(decodeHeic(photo));
    expect(await readImageSize(photo)).toEqual({ width: seen?.width, height: seen?.height, orientation: 1 });
    expect((await stripMetadata(bytes)).bytes).toEqual(bytes);
  }
});

test('what an encoder says of itself between the parts of the picture goes, and so do boxes that nobody knows', async () => {
  const photo = await plantLocation(await readHeic('small'), { orientation: 6 });
  const { bytes } = await stripMetadata(photo);
  expect(listBoxes(photo)).toEqual(expect.arrayContaining(['uuid', 'free', 'udta', 'udes']));
  const known = [
    'ftyp',
    'meta',
    'hdlr',
    'pitm',
    'iloc',
    'iinf',
    'iprp',
    'hvcC',
    'ispe',
    'pixi',
    'colr',
    'irot',
    'mdat',
  ];
  expect(listBoxes(bytes).filter((type) => !known.includes(type))).toEqual([]);
  const marked = await stripMetadata(await readHeic('small'));
  expect(Buffer.from(marked.bytes).includes('x265')).toBe(false);
});

test('of a HEIC with a thumbnail and a transparency, the thumbnail goes', async () => {
  const photo = await readHeic('clear');
  const { bytes } = await stripMetadata(photo);
  expect(bytes.length).toBeLessThan(photo.length - 500);
  expect(decodeHeic(bytes)).toEqual(decodeHeic(photo));
});

/** A picture of two tiles side by side, turned, as phones lay out theirs; the second item of metadata hangs on it. */
async function makeTiled(): Promise<Uint8Array> {
  const { bytes: one } = await stripMetadata(await readHeic('small'));
  const { properties, items } = readHeif(one);
  const mdat = [...readTopBoxes(one)].find(({ type }) => type === 'mdat');
  if (mdat === undefined) throw new Error('no data');
  const own = [...items.values()][0]?.properties ?? [];
  const size = Uint8Array.from([0, 0, 0, 0, 0, 0, 1, 24, 0, 0, 0, 104]);
  const item = { isHidden: false, isInMeta: false, properties: own, data: one.subarray(mdat.body, mdat.end) };
  const all = [...properties, { type: 'ispe', body: size }, { type: 'irot', body: Uint8Array.from([3]) }];
  const grid = [properties.length, properties.length + 1].map((index) => ({ index, isEssential: true }));
  return writeHeif({
    brands: ['mif1', 'heic'],
    primaryId: 70_000,
    items: [
      { ...item, id: 1, type: 'hvc1', isHidden: true },
      { ...item, id: 2, type: 'hvc1', isHidden: true },
      {
        ...item,
        id: 70_000,
        type: 'grid',
        isInMeta: true,
        properties: grid,
        data: Uint8Array.from([0, 0, 0, 1, 1, 24, 0, 104]),
      },
      { ...item, id: 4, type: 'Exif', properties: [], data: Buffer.from('CANARY') },
    ],
    references: [
      { type: 'dimg', from: 70_000, to: [1, 2] },
      { type: 'cdsc', from: 4, to: [70_000] },
    ],
    properties: new Map(all.entries()),
  });
}

test('a HEIC of tiles keeps them all', async () => {
  const photo = await makeTiled();
  const { bytes } = await stripMetadata(photo);
  expect(decodeHeic(bytes)).toMatchObject({ width: 104, height: 280 });
  expect(decodeHeic(bytes)).toEqual(decodeHeic(photo));
  expect(await readImageSize(bytes)).toMatchObject({ width: 104, height: 280 });
  expect(Buffer.from(bytes).includes('CANARY')).toBe(false);
  expect((await stripMetadata(bytes)).bytes).toEqual(bytes);
});

test('an AVIF keeps its pixels, its turning and its colours, and no location', async () => {
  const pixels = Buffer.from(Array.from({ length: 90 * 70 * 3 }, (_, index) => (index * 7) % 251));
  const plain = await sharp(pixels, { raw: { width: 90, height: 70, channels: 3 } })
    .avif({ effort: 0 })
    .toBuffer();
  for (const orientation of [1, 6]) {
    const photo = await plantLocation(plain, { orientation });
    const { bytes, mediaType } = await stripMetadata(photo);
    expect(mediaType).toBe('image/avif');
    expect(findCanary(bytes)).toEqual([]);
    expect(await decodeUpright(bytes)).toEqual(await decodeUpright(photo));
    expect((await sharp(bytes).metadata()).icc).toBeDefined();
    expect((await stripMetadata(bytes)).bytes).toEqual(bytes);
    const sides = orientation === 1 ? { width: 90, height: 70 } : { width: 70, height: 90 };
    expect(await readImageSize(bytes)).toMatchObject(sides);
  }
});

test('cut and damaged, a HEIC is refused or keeps the pixels that it has', async () => {
  const photo = await plantLocation(await readHeic('small'), { orientation: 6 });
  const coded = (await readHeic('small')).subarray(-1440);
  // Of damaged coded data the decoder makes something else each time.
  await expectToSurviveDamage(photo, (image) => (Buffer.from(image).includes(coded) ? decodeHeic(image) : undefined));
});

test.each([
  ['has no main picture', 'pitm', 'free', 'image_damaged'],
  ['is put together in an unknown way', 'hvc1', 'tmap', 'unsupported_image'],
  ['is a JPEG in a box', 'hvc1', 'jpeg', 'unsupported_image'],
  ['is a film without a picture', 'meta', 'free', 'image_damaged'],
])('a HEIC that %s is refused', async (_what, type, other, code) => {
  const photo = await readHeic('small');
  photo.write(other, photo.indexOf(type), 'latin1');
  await expect(stripMetadata(photo)).rejects.toMatchObject({ code });
});

test('items that share one stretch a thousand times are refused instead of becoming a large file', async () => {
  const photo = await readHeic('small');
  const iloc = photo.indexOf('iloc');
  // One item of many extents, each of which is the whole file.
  const extents = 4000;
  const entry = Buffer.concat([photo.subarray(iloc + 12, iloc + 20), Buffer.from([extents >> 8, extents & 255])]);
  const whole = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0]);
  const body = Buffer.concat([photo.subarray(iloc + 4, iloc + 12), entry, Buffer.alloc(extents * 8, whole)]);
  const grown = body.length + 8 - photo.readUInt32BE(iloc - 4);
  const file = Buffer.concat([
    photo.subarray(0, iloc - 4),
    Buffer.alloc(8),
    body,
    photo.subarray(iloc - 4 + photo.readUInt32BE(iloc - 4)),
  ]);
  file.writeUInt32BE(body.length + 8, iloc - 4);
  file.write('iloc', iloc);
  const meta = file.indexOf('meta') - 4;
  file.writeUInt32BE(file.readUInt32BE(meta) + grown, meta);
  await expect(stripMetadata(file)).rejects.toMatchObject({ code: 'image_damaged' });
});
