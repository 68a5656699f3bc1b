import { expect, test } from '@jest/globals';
import { type LineSign, splitWords } from './split-words.ts';

/** A sign a step of 0.05, from the left; an underscore leaves a place empty, and `|` more paper than ordinarily. */
function line(text: string): LineSign[] {
  const signs: LineSign[] = [];
  let [at, gap] = [0.025, 0.05];
  for (const sign of text) {
    if (sign === '|') [at, gap] = [at + 0.015, 0.2];
    else {
      if (sign === '_') gap = 0.3;
      else {
        const step = Math.round((at - 0.025) / 0.025);
        signs.push({ text: sign, confidence: 0.9, alternatives: [], at, gap, first: step, last: step + 1 });
        gap = 0.05;
      }
      at += 0.05;
    }
  }
  return signs;
}

function wordsOf(text: string): string[] {
  return splitWords(line(text), 100).map(({ signs }) => signs.map((sign) => sign.text).join(''));
}

test('a line is cut at its spaces, and at gaps where one was passed over', () => {
  expect(wordsOf('Net 12.5')).toEqual(['Net', '12.5']);
  expect(wordsOf('GROSS_WT')).toEqual(['GROSS', 'WT']);
  expect(wordsOf('CITY|OF|PINYON')).toEqual(['CITY', 'OF', 'PINYON']);
  expect(wordsOf('a_1')).toEqual(['a1']);
});

test('a broad letter and the narrow 1 of a number make no space', () => {
  const broad = line('W_hitlock').map((sign) => ({ ...sign, gap: 0.05 }));
  expect(splitWords(broad, 100)).toHaveLength(1);
  expect(wordsOf('30|160.50')).toEqual(['30160.50']);
});

test('marks that are followed by a space end a word', () => {
  expect(wordsOf('SANDS,LLC')).toEqual(['SANDS,', 'LLC']);
  expect(wordsOf('J.Garza')).toEqual(['J.', 'Garza']);
  expect(wordsOf('P.O.')).toEqual(['P.O.']);
  expect(wordsOf('1,250')).toEqual(['1,250']);
  expect(wordsOf('P.O.NO.77')).toEqual(['P.O.NO.', '77']);
  expect(wordsOf('Ticket#:881')).toEqual(['Ticket#:', '881']);
  expect(wordsOf('#4')).toEqual(['#4']);
  expect(wordsOf('07:48AM')).toEqual(['07:48AM']);
});

test('words reach half a step beyond the middles of their first and last sign', () => {
  const [first, second] = splitWords(line('abcd ef'), 20);
  expect([first?.from, first?.to]).toEqual([expect.closeTo(0, 6), expect.closeTo(0.2, 6)]);
  expect([second?.from, second?.to]).toEqual([expect.closeTo(0.25, 6), expect.closeTo(0.35, 6)]);
});

test('words take the steps between the sign before them and the one behind', () => {
  const [first, second] = splitWords(line('ab_cd'), 20);
  expect([first?.steps, second?.steps]).toEqual([
    { from: 0, to: 6 },
    { from: 4, to: 20 },
  ]);
  expect(splitWords(line('ab cd'), 20).map(({ steps }) => steps)).toEqual([
    { from: 0, to: 4 },
    { from: 6, to: 20 },
  ]);
});

test('a line without signs has no words', () => {
  expect(splitWords([], 10)).toEqual([]);
  expect(wordsOf('  ')).toEqual([]);
});
