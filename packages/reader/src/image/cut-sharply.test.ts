import { expect, test } from '@jest/globals';
import { cutsOf } from './cut-sharply.ts';
import { wholeImage } from './grey-image.ts';
import { mapPoint } from './map-points.ts';

/** A picture whose pixels are black and white in turn, so that any one that is skipped shows. */
function chequered(width: number, height: number): { data: Uint8Array; width: number; height: number } {
  const data = Uint8Array.from(
    { length: width * height },
    (_, at) => (((at % width) + Math.floor(at / width)) % 2) * 255,
  );
  return { data, width, height };
}

test('a small cut of a fine pattern is its mean, without stray pixels', () => {
  const photo = chequered(400, 240);
  const { image } = cutsOf(photo)(wholeImage(photo), 50, 30);
  const middle = image.data.filter((_, at) => at % 50 > 0 && at % 50 < 49 && at >= 50 && at < 29 * 50);
  expect(Math.min(...middle)).toBeGreaterThan(120);
  expect(Math.max(...middle)).toBeLessThan(136);
});

test('the way back leads to the same place of the photo, however often it was halved', () => {
  const photo = chequered(403, 241);
  for (const [width, height] of [
    [403, 241],
    [40, 24],
  ] as const) {
    const { toUpright } = cutsOf(photo)(wholeImage(photo), width, height);
    expect(mapPoint(toUpright, { x: width / 2, y: height / 2 })).toEqual({
      x: expect.closeTo(201.5, 6),
      y: expect.closeTo(120.5, 6),
    });
  }
});

test('a picture of one pixel can be cut', () => {
  const photo = { data: Uint8Array.of(7), width: 1, height: 1 };
  expect(cutsOf(photo)(wholeImage(photo), 32, 32).image.data).toHaveLength(32 * 32);
});
