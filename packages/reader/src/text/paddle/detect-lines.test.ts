import { expect, test } from '@jest/globals';
import { linesOf } from './detect-lines.ts';
import { outlinePatches } from './outline-patches.ts';

const [width, height] = [120, 60];

function mapOf(
  ...marked: { left: number; top: number; right: number; bottom: number; chance: number }[]
): Float32Array {
  const map = new Float32Array(width * height);
  for (const { left, top, right, bottom, chance } of marked) {
    for (let y = top; y < bottom; y++) map.fill(chance, y * width + left, y * width + right);
  }
  return map;
}

test('each patch of text is a line, with margin by its size on all sides', () => {
  const [first, second, ...more] = linesOf(
    mapOf(
      { left: 10, top: 10, right: 70, bottom: 16, chance: 0.9 },
      { left: 10, top: 40, right: 30, bottom: 46, chance: 0.8 },
    ),
    width,
    height,
  );
  expect(more).toEqual([]);
  expect(first?.score).toBeCloseTo(0.9, 5);
  // 1.6 × (60 × 6) / (2 × 66) = 4.36 on each side
  expect(first?.rectangle).toMatchObject({
    centre: { x: 40, y: 13 },
    width: 60 + 2 * (576 / 132),
    height: 6 + 2 * (576 / 132),
  });
  expect(second?.rectangle.centre).toEqual({ x: 20, y: 43 });
});

test('what is hardly seen, or too thin to be letters, is no line', () => {
  const faint = { left: 10, top: 10, right: 70, bottom: 16, chance: 0.4 };
  const thin = { left: 10, top: 40, right: 70, bottom: 42, chance: 0.9 };
  expect(linesOf(mapOf(faint, thin), width, height)).toEqual([]);
});

test('patches that touch the edges are found and end there', () => {
  const [line] = linesOf(mapOf({ left: 0, top: 0, right: width, bottom: 8, chance: 1 }), width, height);
  expect(line?.rectangle.centre).toEqual({ x: 60, y: 4 });
});

test('patches that touch at a corner, or meet further down, are one', () => {
  const slanted = [0, 1, 2, 3].map((i) => ({
    left: 10 + 8 * i,
    top: 10 + 4 * i,
    right: 18 + 8 * i,
    bottom: 14 + 4 * i,
    chance: 0.9,
  }));
  const cup = [
    { left: 70, top: 10, right: 76, bottom: 30, chance: 0.9 },
    { left: 90, top: 14, right: 96, bottom: 30, chance: 0.9 },
    { left: 70, top: 30, right: 96, bottom: 36, chance: 0.9 },
  ];
  expect(outlinePatches(mapOf(...slanted), width, height, 0.3)).toHaveLength(1);
  const [patch = [], ...more] = outlinePatches(mapOf(...cup), width, height, 0.3);
  expect(more).toEqual([]);
  expect([Math.min(...patch.map(({ x }) => x)), Math.max(...patch.map(({ x }) => x))]).toEqual([70, 96]);
  expect([Math.min(...patch.map(({ y }) => y)), Math.max(...patch.map(({ y }) => y))]).toEqual([10, 36]);
});
