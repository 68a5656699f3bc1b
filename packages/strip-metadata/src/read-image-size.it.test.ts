import { describe, expect, test } from '@jest/globals';
import { makeBadImages } from '@ticket-pros/testing/make-bad-images';
import { makePhoto, photoKinds } from '../test/make-photo.ts';
import { readImageSize } from './read-image-size.ts';
import { stripMetadata } from './strip-metadata.ts';

describe.each(photoKinds)('$name', (kind) => {
  test.each([1, 2, 3, 4])('has its sides as stored at orientation %i', async (orientation) => {
    const photo = await makePhoto(kind, { orientation });
    expect(await readImageSize(photo)).toEqual({ width: 60, height: 44, orientation });
    expect(await readImageSize((await stripMetadata(photo)).bytes)).toEqual({ width: 60, height: 44, orientation });
  });

  test.each([5, 6, 7, 8])('has its sides swapped at orientation %i', async (orientation) => {
    const photo = await makePhoto(kind, { orientation });
    expect(await readImageSize(photo)).toEqual({ width: 44, height: 60, orientation });
    expect(await readImageSize((await stripMetadata(photo)).bytes)).toEqual({ width: 44, height: 60, orientation });
  });
});

test('60,000 × 60,000 pixels in a few kilobytes are told without decoding', async () => {
  const { hugePng, hugeJpeg } = await makeBadImages();
  expect(await readImageSize(hugePng.bytes)).toEqual({ width: 60_000, height: 60_000, orientation: 1 });
  expect(await readImageSize(hugeJpeg.bytes)).toEqual({ width: 60_000, height: 60_000, orientation: 1 });
});

test('a single pixel is told', async () => {
  const { onePixelJpeg, onePixelPng } = await makeBadImages();
  expect(await readImageSize(onePixelJpeg.bytes)).toEqual({ width: 1, height: 1, orientation: 1 });
  expect(await readImageSize(onePixelPng.bytes)).toEqual({ width: 1, height: 1, orientation: 1 });
});

test('what is no photo is refused by name', async () => {
  const { notAnImage, noBytes, headerOnlyJpeg } = await makeBadImages();
  for (const { bytes } of [notAnImage, noBytes]) {
    await expect(readImageSize(bytes)).rejects.toEqual(expect.objectContaining({ code: 'unsupported_image' }));
  }
  await expect(readImageSize(headerOnlyJpeg.bytes)).rejects.toEqual(expect.objectContaining({ code: 'image_damaged' }));
});
