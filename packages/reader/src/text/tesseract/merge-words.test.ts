import { expect, test } from '@jest/globals';
import type { EngineWord } from '../text-engine.ts';
import { eraseWords, mergeWords } from './merge-words.ts';

function word(text: string, x: number, confidence: number, line = 0): EngineWord {
  const quad = [
    { x, y: 10 },
    { x: x + 40, y: 10 },
    { x: x + 40, y: 20 },
    { x, y: 20 },
  ] as const;
  return { text, confidence, line, quad, characters: [] };
}

test('of two readings of the same ink the surer stays, and what either one passed over is kept', () => {
  const merged = mergeWords(
    [word('prRiveR', 0, 0.4), word('B.', 60, 0.9)],
    [word('DRIVER', 2, 0.9), word('8', 61, 0.5), word('LB', 200, 0.8, 1)],
  );
  expect(merged.map(({ text, line }) => [text, line])).toEqual([
    ['B.', 0],
    ['DRIVER', 1],
    ['LB', 2],
  ]);
});

test('a doubtful word that only the second reading saw is left out', () => {
  expect(mergeWords([], [word('~r', 0, 0.3), word('NET', 90, 0.7)]).map(({ text }) => text)).toEqual(['NET']);
});

test('erased words leave white paper, and the rest as it was', () => {
  const image = { data: new Uint8Array(100 * 30), width: 100, height: 30 };
  const erased = eraseWords(image, [word('x', 20, 1)]);
  expect(erased.data[15 * 100 + 40]).toBe(255);
  expect(erased.data[15 * 100 + 80]).toBe(0);
  expect(image.data[15 * 100 + 40]).toBe(0);
});
