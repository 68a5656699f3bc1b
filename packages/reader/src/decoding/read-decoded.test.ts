import { expect, test } from '@jest/globals';
import type { FieldType } from '@ticket-pros/contracts/field';
import { madeUpChances } from '../testing/made-up-chances.ts';
import { madeUpWords } from '../testing/made-up-words.ts';
import { readTyped } from '../values/read-typed.ts';

/** The value of a type in words that a recognizer saw: see madeUpChances. */
function readAs(type: FieldType, ...texts: string[]): string | undefined {
  const words = texts.flatMap((text, i) =>
    madeUpWords([100 * i, 0, text.replace(/\{(.)[^}]*\}/gu, '$1'), 0.7]).map((word) => ({
      ...word,
      chances: madeUpChances(text),
    })),
  );
  return readTyped(type, words, 'month-first')?.normalized;
}

test('letters and strokes are the digits that the recognizer thought of, too', () => {
  expect(readAs('date', '6/{/:0.6;1:0.3}/25')).toBe('2025-06-01');
  expect(readAs('time', '4:{/:0.6;1:0.3}5{4:0.8;p:0.1}')).toBe('16:15');
  expect(readAs('number', '8{b:0.6;6:0.2},240')).toBe('86240');
  expect(readAs('code', '{o:0.7;0:0.2}{s:0.6;6:0.3}17{i:0.6;1:0.3}')).toBe('06171');
  expect(readAs('code', '{S:0.6;5:0.3}')).toBe('5');
});

test('what the recognizer never thought of is not made up', () => {
  expect(readAs('number', 'GROSS')).toBeUndefined();
  expect(readAs('date', '6/x/25')).toBeUndefined();
  expect(readAs('code', 'DRIVER')).toBeUndefined();
});

test('a clear value of another type is none of this one, and a date of an odd year none at all', () => {
  expect(readAs('number', '10{::0.8;1:0.1}44')).toBeUndefined();
  expect(readAs('date', '1-{7:0.5;1:0.4}9-207{4:0.9}')).toBeUndefined();
});

test('what was read well stays as it is, letters in numbers of things included', () => {
  expect(readAs('code', 'P{O:0.8;0:0.1}-21246')).toBe('PO-21246');
  expect(readAs('money', '$1,694.32')).toBe('1694.32');
});
