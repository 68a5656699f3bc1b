import { expect, test } from '@jest/globals';
import type { FieldType } from '@ticket-pros/contracts/field';
import type { GreyImage } from '../../image/grey-image.ts';
import { madeUpWords } from '../../testing/made-up-words.ts';
import { boxAround } from '../page-word.ts';
import { askAgain, type WordedValue } from './ask-again.ts';

const photo: GreyImage = { data: new Uint8Array(900 * 600).fill(220), width: 900, height: 600 };

function value(type: FieldType, normalized: string, confidence: number, row = 0): WordedValue {
  const words = madeUpWords([40, 40, normalized, confidence]);
  return {
    type,
    words,
    value: { field: type, row, printedText: normalized, normalized, confidence, box: boxAround(words) },
  };
}

/** What the confidences become when the second engine reads the given text on every line. */
async function told(worded: readonly WordedValue[], text: string): Promise<number[]> {
  const opinion = { name: 'made up', readLine: () => Promise.resolve(text), close: () => Promise.resolve() };
  const values = worded.map(({ value }) => value);
  const after = await askAgain(values, worded, new Map([[0, photo]]), 'month-first', opinion);
  return after.map(({ confidence }) => confidence);
}

test('the same in normal form makes a value surer, anything else less sure', async () => {
  expect(await told([value('number', '42180', 0.8)], ' 42,180.')).toEqual([0.889]);
  expect(await told([value('date', '2025-02-19', 0.8)], '02/19/2025')).toEqual([0.889]);
  expect(await told([value('number', '42180', 0.8)], '42,130')).toEqual([0.706]);
  expect(await told([value('code', 'A-4B', 0.8)], '')).toEqual([0.706]);
});

test('names, cells of tables, values that are sure and values beyond saving are not asked about', async () => {
  const values = [
    value('text', 'ACME', 0.8),
    value('money', '5', 0.8, 1),
    value('money', '5', 0.95),
    value('money', '5', 0.4),
  ];
  expect(await told(values, '5')).toEqual([0.8, 0.8, 0.95, 0.4]);
});

test('a ticket asks six times at most, about the surest of what is doubtful', async () => {
  const values = Array.from({ length: 10 }, (_, i) => value('number', String(i), 0.6 + 0.03 * i));
  const changes = await told(values, 'x');
  expect(changes.map((change, i) => change !== values[i]?.value.confidence)).toEqual([
    false,
    false,
    false,
    false,
    ...Array(6).fill(true),
  ]);
});
