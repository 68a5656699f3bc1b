import { expect, test } from '@jest/globals';
import { madeUpWords } from '../../testing/made-up-words.ts';
import type { PageWord } from '../../text/page-word.ts';
import { costsToNat, type LineChances } from '../../text/text-engine.ts';
import { restorePrint } from './restore-print.ts';

const signs = [...'ABLMNOS12,.()/ '];

type Step = readonly [sign: string, faint?: Readonly<Record<string, number>>];

/** Words whose recognizer saw one sign a step, or none and faintly others; `_` is a step of no sign. Words end at a space. */
function seen(steps: readonly Step[]): PageWord[] {
  const classes = signs.length + 1;
  const costs = new Uint8Array(steps.length * classes).fill(255);
  const cost = (chance: number): number => Math.round(-Math.log(chance) * costsToNat);
  for (const [i, [sign, faint = {}]] of steps.entries()) {
    costs[i * classes + (sign === '_' ? 0 : signs.indexOf(sign) + 1)] = cost(0.6);
    for (const [other, chance] of Object.entries(faint)) costs[i * classes + signs.indexOf(other) + 1] = cost(chance);
  }
  const line: LineChances = { signs, costs };
  const text = steps.map(([sign]) => (sign === '_' ? '' : sign)).join('');
  let from = 0;
  return madeUpWords([100, 100, text]).map((word) => {
    const at = steps.findIndex(([sign], i) => i >= from && sign === word.text[0]);
    let end = at;
    for (let left = word.text.length; left > 0; end++) if (steps[end]?.[0] !== '_') left--;
    const to = steps.findIndex(([sign], i) => i >= end && sign !== '_');
    const chances = { line, from, to: to < 0 ? steps.length : to };
    from = end;
    return { ...word, chances };
  });
}

const textsOf = (words: readonly PageWord[]): string => words.map(({ text }) => text).join(' ');

test('a comma and a parenthesis that were seen faintly, and none that were seen hardly at all', () => {
  const faintly = (chance: number): PageWord[] =>
    seen([
      ['_', { '(': chance }],
      ['L'],
      ['_'],
      ['A'],
      ['_', { ')': chance }],
      [' '],
      ['1'],
      ['_', { ',': chance }],
      [' '],
      ['S'],
    ]);
  expect(textsOf(restorePrint(faintly(0.2)))).toBe('(LA) 1, S');
  expect(textsOf(restorePrint(faintly(0.01)))).toBe('LA 1 S');
});

test('a stroke between digits, a space within a word, and a point that is rather a comma', () => {
  expect(textsOf(restorePrint(seen([['1'], ['_', { '/': 0.1 }], ['2']])))).toBe('1/2');
  const [first, second] = restorePrint(seen([['A'], ['B'], ['_', { ' ': 0.3 }], ['S'], ['O']]));
  expect([first?.text, second?.text]).toEqual(['AB', 'SO']);
  expect(first?.right).toBeLessThanOrEqual(second?.left ?? 0);
  expect(textsOf(restorePrint(seen([['A'], ['.', { ',': 0.2 }], ['S']])))).toBe('A,S');
  expect(textsOf(restorePrint(seen([['1'], ['.', { ',': 0.2 }], ['2']])))).toBe('1.2');
});

test('words that were cut at a wide letter alone are one, with the place of both', () => {
  const [cut, rest] = [seen([['L']])[0], seen([['A']])[0]];
  const whole = seen([['L'], ['_'], ['A']])[0];
  if (cut === undefined || rest === undefined || whole?.chances === undefined) throw new Error('no words were made up');
  const { line } = whole.chances;
  const glued = restorePrint([
    { ...cut, chances: { line, from: 0, to: 2 } },
    { ...rest, left: cut.right + 12, right: cut.right + 24, chances: { line, from: 1, to: 3 } },
  ]);
  expect(glued.map(({ text, left, right }) => ({ text, left, right }))).toEqual([
    { text: 'LA', left: cut.left, right: cut.right + 24 },
  ]);
});

test('words of an engine that tells no chances stay as they are', () => {
  const words = madeUpWords([100, 100, 'NO. 1 JALAN']);
  expect(restorePrint(words)).toEqual(words);
});
