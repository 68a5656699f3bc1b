import { expect, test } from '@jest/globals';
import { linesOf } from './detect-lines.ts';

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
