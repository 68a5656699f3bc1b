import { expect } from '@jest/globals';
import { ImageFormatError } from '../src/image-format-error.ts';
import { readImageSize } from '../src/read-image-size.ts';
import { stripMetadata } from '../src/strip-metadata.ts';
import { damageImage } from './damage-image.ts';
import { seededRandom } from './seeded-random.ts';

/** The stripped image, or undefined when it was refused; any other end of `stripMetadata` fails the test. */
export async function stripOrRefuse(image: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    return (await stripMetadata(image)).bytes;
  } catch (error) {
    if (error instanceof ImageFormatError) return undefined;
    throw error;
  }
}

/**
 * Cuts the image at every 50th byte and damages it in a hundred ways: it has to be refused, or to keep the picture that a decoder
 * sees in it (undefined where it sees none).
 */
export async function expectToSurviveDamage(
  image: Buffer,
  decode: (image: Uint8Array) => Promise<object | undefined> | object | undefined,
): Promise<void> {
  for (let length = 0; length < image.length; length += 50) await stripOrRefuse(image.subarray(0, length));
  const random = seededRandom(7);
  let kept = 0;
  for (let round = 0; round < 100; round++) {
    const damaged = damageImage(image, random);
    const stripped = await stripOrRefuse(damaged);
    if (stripped === undefined) continue;
    kept++;
    expect(await stripOrRefuse(stripped)).toEqual(stripped);
    const before = await decode(damaged);
    // What a decoder gives up on may become readable: what it stumbled over can be in a part that is left out.
    if (before === undefined) continue;
    expect(await decode(stripped)).toEqual(before);
    expect(await readImageSize(stripped)).toEqual(await readImageSize(damaged));
  }
  expect(kept).toBeGreaterThan(3);
}
