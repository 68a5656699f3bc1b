import { describe, expect, test } from '@jest/globals';
import { plantLocation } from '@ticket-pros/testing/plant-location';
import sharp from 'sharp';
import { damageImage } from '../test/damage-image.ts';
import { makePhoto, photoKinds } from '../test/make-photo.ts';
import { seededRandom } from '../test/seeded-random.ts';
import { ImageFormatError } from './image-format-error.ts';
import { readImageSize } from './read-image-size.ts';
import { stripMetadata } from './strip-metadata.ts';

/** The stripped image, or undefined when it was refused; any other end of `stripMetadata` fails the test. */
async function strip(image: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return (await stripMetadata(image)).bytes;
  } catch (error) {
    if (error instanceof ImageFormatError) return undefined;
    throw error;
  }
}

/** Pixels as stored, or the decoder's complaint. */
async function decode(image: Uint8Array): Promise<string> {
  try {
    return (await sharp(image, { ignoreIcc: true, failOn: 'error' }).ensureAlpha().raw().toBuffer()).toString('base64');
  } catch {
    return 'undecodable';
  }
}

describe.each(photoKinds)('$name', (kind) => {
  test('cut at every 50th byte, it is refused, or only its trailer is gone', async () => {
    const photo = await plantLocation(await makePhoto(kind, { metadata: false }), { orientation: 6 });
    const whole = (await stripMetadata(photo)).bytes;
    let refused = 0;
    for (let length = 0; length < photo.length; length += 50) {
      const stripped = await strip(photo.subarray(0, length));
      if (stripped === undefined) refused++;
      else expect(stripped).toEqual(whole);
    }
    expect(refused).toBeGreaterThan(whole.length / 50 - 40);
  });

  test('damaged in a hundred ways, it is refused or keeps the pixels that it has', async () => {
    const random = seededRandom(kind.name.length);
    const photo = await makePhoto(kind, { orientation: 6, profile: 'p3' });
    let kept = 0;
    for (let round = 0; round < 100; round++) {
      const damaged = damageImage(photo, random);
      const stripped = await strip(damaged);
      if (stripped === undefined) continue;
      kept++;
      expect(await strip(stripped)).toEqual(stripped);
      const before = await decode(damaged);
      // What a decoder gives up on may become readable: what it stumbled over can be in a part that is left out.
      if (before === 'undecodable') continue;
      expect(await decode(stripped)).toBe(before);
      expect(await readImageSize(stripped)).toEqual(await readImageSize(damaged));
    }
    expect(kept).toBeGreaterThan(3);
  });
});

test('millions of tiny parts are gone through once', async () => {
  const start = Buffer.from([0xff, 0xd8]);
  const comments = Buffer.alloc(8_000_000, Buffer.from([0xff, 0xfe, 0, 2]));
  const profilePiece = Buffer.from([0xff, 0xe2, 0, 16, ...Buffer.from('ICC_PROFILE\0'), 1, 255]);
  const textChunk = Buffer.from([0, 0, 0, 0, ...Buffer.from('tEXt'), 0, 0, 0, 0]);
  const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const webp = Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'),
    Buffer.alloc(8_000_000, 'junk\0\0\0\0', 'latin1'),
  ]);
  webp.writeUInt32LE(webp.length - 8, 4);
  const files = [
    Buffer.concat([start, comments]),
    Buffer.concat([start, Buffer.alloc(8_000_000, profilePiece)]),
    Buffer.concat([start, Buffer.alloc(8_000_000, 0xff)]),
    Buffer.concat([start, Buffer.from([0xff, 0xda, 0, 2]), Buffer.alloc(8_000_000, Buffer.from([0xff, 0]))]),
    Buffer.concat([pngSignature, Buffer.alloc(8_000_000, textChunk)]),
    webp,
  ];
  for (const file of files) expect(await strip(file)).toBeUndefined();
});
