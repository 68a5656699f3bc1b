import { expect, test } from '@jest/globals';
import { costsToNat } from '../text-engine.ts';
import { decodeSigns, keepChances } from './decode-signs.ts';
import type { Numbers } from './open-models.ts';

const signs = ['1', '7', ' '];

/** One step of the recognizer an entry: the chances of blank, `1`, `7` and space. */
function steps(...chances: number[][]): Numbers {
  return { data: Float32Array.from(chances.flat()), dims: [1, chances.length, signs.length + 1] };
}

test('repeated classes are one sign, blanks part equal signs, and each tells its place and its rivals', () => {
  const read = decodeSigns(
    steps([0, 0.7, 0.3, 0], [0, 0.9, 0.1, 0], [1, 0, 0, 0], [0, 0.8, 0.2, 0], [0, 0, 0, 1], [0.2, 0, 0.8, 0]),
    signs,
  );
  expect(read.map(({ text }) => text).join('')).toBe('11 7');
  expect(read[0]?.at).toBeCloseTo(1 / 6, 6);
  expect(read[0]?.confidence).toBeCloseTo(0.9, 6);
  expect(read[0]?.alternatives).toEqual([{ text: '7', confidence: expect.closeTo(0.1, 6) }]);
  expect(read[3]?.at).toBeCloseTo(5.5 / 6, 6);
});

test('a line of blanks is empty', () => {
  expect(decodeSigns(steps([1, 0, 0, 0], [0.9, 0.1, 0, 0]), signs)).toEqual([]);
});

test('a model with other classes than its signs is told apart', () => {
  expect(() => decodeSigns(steps([1, 0, 0, 0]), ['1'])).toThrow('4 classes');
});

test('what is kept of the chances tells them within four in a hundred, down to one in a thousand million', () => {
  const { costs } = keepChances(steps([0.9, 0.08, 0.02, 0]), signs);
  expect([...costs].map((cost) => Math.exp(-cost / costsToNat))).toEqual([
    expect.closeTo(0.9, 1),
    expect.closeTo(0.08, 2),
    expect.closeTo(0.02, 3),
    expect.closeTo(0, 8),
  ]);
});
