import { expect, test } from '@jest/globals';
import type { FieldType } from '@ticket-pros/contracts/field';
import type { FormField } from '@ticket-pros/contracts/form';
import { madeUpWords } from '../testing/made-up-words.ts';
import { learnValue, newField } from './learn-fields.ts';
import { readPlace } from './read-place.ts';

function fieldOf(type: FieldType, ...said: string[]): FormField {
  return said.reduce(
    (field, normalized) =>
      learnValue(
        field,
        type,
        { field: 'x', row: 0, printedText: normalized, normalized, box: null, source: 'member' },
        0.5,
      ),
    newField('x'),
  );
}

function read(type: FieldType, before: string[], text: string): string | null {
  return readPlace(type, fieldOf(type, ...before), madeUpWords([0, 0, text]), [], 'month-first')?.normalized ?? null;
}

test.each<[FieldType, string[], string, string]>([
  ['code', ['65230', '47977', '75099'], 'N23230', '23230'],
  ['code', ['TM-42235', 'TM-25575', 'TM-33714'], 'TO.TM-10442', 'TM-10442'],
  ['code', ['T-23', 'T-41', 'T-08'], 'I-55', 'T-55'],
  ['number', ['28720', '30160', '31040'], '28, 720', '28720'],
  ['number', ['28720', '30160', '31040'], '14.660', '14660'],
  ['number', ['28720', '30160', '31040'], '13.6601b', '13660'],
  ['date', [], '29-OC T-2023', '2023-10-29'],
  ['time', [], '105229', '10:52'],
])('a %s that was %j before and reads %j is %j', (type, before, text, wanted) => {
  expect(read(type, before, text)).toBe(wanted);
});

test.each<[FieldType, string[], string, string]>([
  ['code', ['9981', '4410', '3307'], '12345', '12345'],
  ['code', ['T-23', 'B-41', 'R-08'], 'K-55', 'K-55'],
  ['number', ['8.5', '22.95', '14.25'], '14.660', '14.66'],
  ['number', ['12', '8', '31'], '2.5', '2.5'],
])('a %s that was %j before and reads %j stays %j', (type, before, text, wanted) => {
  expect(read(type, before, text)).toBe(wanted);
});
