import { expect, test } from '@jest/globals';
import type { Quad } from '../image/grey-image.ts';
import { compareQuads } from './compare-quads.ts';

function rectangle(left: number, top: number, width: number, height: number): Quad {
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
}

test('the same page agrees wholly, whichever corner is named first', () => {
  const [a, b, c, d] = rectangle(10, 20, 300, 400);
  const { cornerError, overlap } = compareQuads([a, b, c, d], [c, d, a, b]);
  expect(cornerError).toBe(0);
  expect(overlap).toBeCloseTo(1, 9);
});

test('a page beside, and one that is half off', () => {
  const wanted = rectangle(0, 0, 300, 400);
  expect(compareQuads(wanted, rectangle(500, 0, 300, 400)).overlap).toBe(0);
  const half = compareQuads(wanted, rectangle(150, 0, 300, 400));
  expect(half.overlap).toBeCloseTo(1 / 3, 9);
  expect(half.cornerError).toBeCloseTo(150 / 500, 9);
});
