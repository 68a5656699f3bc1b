import { expect, test } from '@jest/globals';
import { madeUpChances } from '../../testing/made-up-chances.ts';
import type { ReadLine } from './read-line.ts';
import { settleReadings } from './settle-readings.ts';

/** A reading of a line: see madeUpChances. */
function reading(text: string): ReadLine {
  const { line, to } = madeUpChances(text);
  const read = text.replace(/\{(.)[^}]*\}/gu, '$1');
  const signs = [...read].map((sign, i) => ({
    text: sign,
    confidence: 0.9,
    alternatives: [],
    at: (i + 0.5) / read.length,
    first: 2 * i,
    last: 2 * i,
    gap: 0,
  }));
  return { signs, steps: to, chances: line };
}
const textOf = ({ signs }: ReadLine): string => signs.map(({ text }) => text).join('');

test('the text counts that all readings together find likeliest, though one alone is surer of another', () => {
  const readings = [reading('4{7:0.8;1:0.19}5'), reading('4{1:0.6;7:0.1}5'), reading('4{1:0.5;7:0.2}5')];
  expect(textOf(settleReadings(readings))).toBe('415');
});

test('signs that the next likeliest text lacks are as sure as its odds, the others as sure as they were read', () => {
  const { signs } = settleReadings([reading('4{1:0.5;7:0.4}5'), reading('4{7:0.5;1:0.45}5')]);
  const [first, second, third] = signs.map(({ confidence }) => confidence);
  expect([first, third]).toEqual([0.9, 0.9]);
  expect(second).toBeLessThan(0.6);
});

test('readings that agree leave a line as it is', () => {
  const settled = settleReadings([reading('TARE'), reading('TARE')]);
  expect(settled.signs.every(({ confidence }) => confidence === 0.9)).toBe(true);
});
