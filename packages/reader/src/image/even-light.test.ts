import { expect, test } from '@jest/globals';
import { eraseRules } from './erase-rules.ts';
import { evenLight } from './even-light.ts';
import { findSkew } from './find-skew.ts';
import type { GreyImage } from './grey-image.ts';
import { reverseBands } from './reverse-bands.ts';

function paint(width: number, height: number, grey: (x: number, y: number) => number): GreyImage {
  const data = Uint8Array.from({ length: width * height }, (_, at) => grey(at % width, Math.floor(at / width)));
  return { data, width, height };
}

function greyAt(image: GreyImage, x: number, y: number): number {
  return image.data[y * image.width + x] ?? -1;
}

test('paper in deep shadow becomes as white as paper in light, and ink stays dark in both', () => {
  const isInk = (x: number, y: number): boolean => y % 40 < 6 && x % 30 < 14;
  const page = paint(600, 400, (x, y) => (isInk(x, y) ? 40 : 230) * (1 - 0.6 * (x / 600)));
  const evened = evenLight(page);
  for (const x of [20, 590]) expect(greyAt(evened, x, 20)).toBeGreaterThan(210);
  for (const x of [5, 575]) expect(greyAt(evened, x, 2)).toBeLessThan(80);
});

test('ruled lines go, letters and the strokes that cross the lines stay', () => {
  const page = paint(600, 300, (x, y) => {
    const isRule = (y >= 100 && y < 103) || (x >= 300 && x < 303);
    const isLetter = x >= 50 && x < 54 && y >= 80 && y < 110;
    return isRule || isLetter ? 0 : 255;
  });
  const erased = eraseRules(page);
  for (const [x, y] of [
    [200, 101],
    [301, 50],
    [301, 101],
  ] as const)
    expect(greyAt(erased, x, y)).toBe(255);
  for (const y of [85, 101, 108]) expect(greyAt(erased, 51, y)).toBe(0);
});

test('a dark band with light print is reversed, dark print elsewhere is not', () => {
  const page = paint(600, 300, (x, y) => {
    const inBand = y >= 100 && y < 140 && x >= 20 && x < 580;
    const isPrint = x >= 200 && x < 204 && y >= 110 && y < 130;
    const isLetter = x >= 50 && x < 60 && y >= 200 && y < 230;
    return (inBand && !isPrint) || isLetter ? 10 : 250;
  });
  const reversed = reverseBands(page);
  expect(greyAt(reversed, 400, 120)).toBeGreaterThan(240);
  expect(greyAt(reversed, 202, 120)).toBeLessThan(10);
  expect(greyAt(reversed, 55, 215)).toBe(10);
});

test.each([-4, 0, 2.5])('lines that run downhill by %d degrees are measured so', (degrees) => {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const page = paint(800, 600, (x, y) => {
    const below = y - x * slope + 6000;
    const word = x + 17 * Math.floor(below / 40);
    return below % 40 < 8 && word % 50 < 40 ? 0 : 255;
  });
  expect(findSkew(page)).toBeCloseTo(degrees, 0);
});
