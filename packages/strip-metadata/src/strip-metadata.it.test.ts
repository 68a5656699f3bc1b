import { describe, expect, test } from '@jest/globals';
import { findCanary } from '@ticket-pros/testing/find-canary';
import { makeBadImages } from '@ticket-pros/testing/make-bad-images';
import { plantLocation } from '@ticket-pros/testing/plant-location';
import ExifReader from 'exifreader';
import sharp from 'sharp';
import { listParts } from '../test/list-parts.ts';
import { decodeUpright, makePhoto, photoKinds } from '../test/make-photo.ts';
import { stripMetadata } from './strip-metadata.ts';

const formats = photoKinds.filter(({ name }) => ['baseline JPEG', 'PNG', 'lossy WebP'].includes(name));

describe.each(photoKinds)('$name', (kind) => {
  test.each(['srgb', 'p3'] as const)('keeps its pixels and its %s colours', async (profile) => {
    const photo = await makePhoto(kind, { profile, orientation: 6 });
    const { bytes, mediaType } = await stripMetadata(photo);
    expect(mediaType).toBe(kind.mediaType);
    expect(await decodeUpright(bytes)).toEqual(await decodeUpright(photo));
    expect((await sharp(bytes).metadata()).icc).toBeDefined();
    expect(Buffer.from(bytes).includes('Canary Cameras')).toBe(false);
    expect((await stripMetadata(bytes)).bytes).toEqual(bytes);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('keeps orientation %i and no other tag', async (orientation) => {
    const photo = await makePhoto(kind, { orientation });
    const { bytes } = await stripMetadata(photo);
    expect(await decodeUpright(bytes)).toEqual(await decodeUpright(photo));
    const { exif } = ExifReader.load(Buffer.from(bytes), { expanded: true });
    expect(Object.keys(exif ?? {}).filter((tag) => tag !== 'Orientation')).toEqual([]);
    expect(exif?.Orientation?.value ?? 1).toBe(orientation);
  });

  test.each(['little', 'big'] as const)(
    'promise TP-2: no location of any kind is left (%s-endian EXIF)',
    async (byteOrder) => {
      const photo = await plantLocation(await makePhoto(kind, { metadata: false }), { orientation: 8, byteOrder });
      expect(findCanary(photo).length).toBeGreaterThan(5);
      const { bytes } = await stripMetadata(photo);
      expect(await decodeUpright(bytes)).toEqual(await decodeUpright(photo));
      expect(findCanary(bytes)).toEqual([]);
      const { parts, unpacked } = listParts(bytes);
      expect(findCanary(unpacked)).toEqual([]);
      expect(parts.filter((part) => !allowedParts.has(part))).toEqual([]);
      const metadata = await sharp(bytes).metadata();
      expect(metadata.orientation).toBe(8);
      expect(metadata.xmp ?? metadata.iptc).toBeUndefined();
      expect((await stripMetadata(bytes)).bytes).toEqual(bytes);
    },
  );
});

/** What a stripped image may be made of; the JPEG segments with a signature are those that we write ourselves. */
const allowedParts = new Set([
  ...['SOI', 'EOI', 'scan', 'APP0 JFIF', 'APP1 Exif', 'APP2 ICC_PROFILE', 'APP14 Adobe'],
  ...['DHT', 'DQT', 'DRI', 'SOF', 'SOS'],
  ...['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'iCCP', 'eXIf'],
  ...['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'EXIF'],
]);

test.each(formats)('a $name that was stripped is not changed any more', async (kind) => {
  const { bytes } = await stripMetadata(await makePhoto(kind, { metadata: false }));
  expect((await stripMetadata(bytes)).bytes).toEqual(bytes);
});

test('the given bytes stay as they are', async () => {
  for (const kind of formats) {
    const photo = await makePhoto(kind, { orientation: 3 });
    const copy = Buffer.from(photo);
    await stripMetadata(photo);
    expect(photo.equals(copy)).toBe(true);
  }
});

test('what is no photo, or a broken one, is refused by name', async () => {
  const images = await makeBadImages();
  const unsupported = [images.notAnImage, images.noBytes, images.gifNamedJpg, images.svgNamedPng];
  const damaged = [images.truncatedJpeg, images.truncatedPng, images.truncatedWebp, images.headerOnlyJpeg];
  for (const { bytes } of unsupported) {
    await expect(stripMetadata(bytes)).rejects.toEqual(expect.objectContaining({ code: 'unsupported_image' }));
  }
  for (const { bytes } of damaged) {
    await expect(stripMetadata(bytes)).rejects.toEqual(expect.objectContaining({ code: 'image_damaged' }));
  }
});

test('a picture that is something else as well comes out as a picture alone', async () => {
  const { jpegWithZip, jpegWithHtml, pngNamedJpg } = await makeBadImages();
  for (const [file, trace] of [
    [jpegWithZip, 'PK\x03\x04'],
    [jpegWithHtml, '<script>'],
  ] as const) {
    expect(file.bytes.includes(trace)).toBe(true);
    const { bytes } = await stripMetadata(file.bytes);
    expect(Buffer.from(bytes).includes(trace)).toBe(false);
    expect(await decodeUpright(bytes)).toEqual(await decodeUpright(file.bytes));
  }
  expect((await stripMetadata(pngNamedJpg.bytes)).mediaType).toBe('image/png');
});
