import { describe, expect, test } from '@jest/globals';
import type { FieldType } from './field.ts';
import { normalizeFieldValue } from './normalize-field-value.ts';

const cases: Record<FieldType, [text: string, expected: string | null][]> = {
  number: [
    ['1234.5', '1234.5'],
    ['1,234.50', '1234.5'],
    ['43,700 lb', '43700'],
    ['12.50 /hr', '12.5'],
    ['0012', '12'],
    ['.75', '0.75'],
    ['5.', '5'],
    ['8 1/2', '8.5'],
    ['8-1/2', '8.5'],
    ['8½', '8.5'],
    ['81/2', '8.5'],
    ['½', '0.5'],
    ['1/3', '0.333333'],
    ['1/0', null],
    ['8 3/2', null],
    ['1 234 567', '1234567'],
    ['12 34', null],
    ['1.234,50', '1234.5'],
    ['20,77', '20.77'],
    ['1,234,56', '1234.56'],
    ['1,2345', null],
    ['1.234.567', '1234567'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['-0.00', '0'],
    ['about 5', null],
    ['5 or 6', null],
    ['', null],
    ['-', null],
    ['abc', null],
    ['12/03/2024', null],
  ],
  money: [
    ['$1,275.00', '1275'],
    ['$ 12.50', '12.5'],
    ['US$12.50', '12.5'],
    ['(12.00)', '-12'],
    ['($1,012.00)', '-1012'],
    ['(12.00', null],
    ['12.00)', null],
    ['12.00-', '-12'],
    ['-$3.10', '-3.1'],
    ['€9,50', '9.5'],
    ['$', null],
  ],
  date: [
    ['03/14/2025', '2025-03-14'],
    ['3/4/24', '2024-03-04'],
    ['3.14.25', '2025-03-14'],
    ['10-20-23', '2023-10-20'],
    ['14/03/2025', '2025-03-14'],
    ['14-MAR-2025', '2025-03-14'],
    ['14 March 2025', '2025-03-14'],
    ['March 14, 2025', '2025-03-14'],
    ['Sept. 3rd, 2025', '2025-09-03'],
    ['Fri, Mar 14 2025', '2025-03-14'],
    ['2025-03-14', '2025-03-14'],
    ['2025/3/4', '2025-03-04'],
    ['20250314', '2025-03-14'],
    ['03/14/2025 07:48 AM', '2025-03-14'],
    ["3/14/'25", '2025-03-14'],
    ['02/29/2024', '2024-02-29'],
    ['02/29/2025', null],
    ['13/13/2025', null],
    ['00/10/2025', null],
    ['3/14', null],
    ['14 Foo 2025', null],
    ['Marsh 14, 2025', null],
    ['123456', null],
  ],
  time: [
    ['7:15 pm', '19:15'],
    ['7:15p', '19:15'],
    ['7:15 P.M.', '19:15'],
    ['07:15', '07:15'],
    ['1915', '19:15'],
    ['715', '07:15'],
    ['0715 hrs', '07:15'],
    ['7 pm', '19:00'],
    ['7.15', '07:15'],
    ['14:21:21', '14:21'],
    ['12:00 AM', '00:00'],
    ['12:05 pm', '12:05'],
    ['noon', '12:00'],
    ['24:00', '00:00'],
    ['24:01', null],
    ['25:00', null],
    ['7:60', null],
    ['7', null],
    ['7:5', null],
    ['soon', null],
  ],
  unit: [
    ['lbs.', 'LB'],
    ['Pounds', 'LB'],
    ['#', 'LB'],
    ['TONS', 'TON'],
    ['mt', 'TONNE'],
    ['Cu. Yds.', 'CY'],
    ['yd³', 'CY'],
    ['(bbls)', 'BBL'],
    ['gallons', 'GAL'],
    ['hrs', 'HR'],
    ['each', 'EA'],
    ['jts', 'JTS'],
    ['12', null],
    ['', null],
    ['a rather long phrase', null],
  ],
  code: [
    ['No 00451', '00451'],
    ['No. 451', '451'],
    ['№ 451', '451'],
    ['#227', '227'],
    ['tm-48 351', 'TM-48351'],
    ['NOVA-3', 'NOVA-3'],
    ['53–698', '53-698'],
    ['--', null],
    ['', null],
  ],
  text: [
    ['  Talon   Operating\tLLC ', 'Talon Operating LLC'],
    ['O’Neil “Pit” – North', `O'Neil "Pit" - North`],
    ['3/4"', '3/4"'],
    ['...', null],
    ['', null],
  ],
};

describe.each(Object.entries(cases))('%s', (type, rows) => {
  test.each(rows)('%j → %j', (text, expected) => {
    expect(normalizeFieldValue(fieldType(type), text)).toBe(expected);
  });

  test('a normal form is its own normal form', () => {
    for (const [, expected] of rows) {
      if (expected !== null) expect(normalizeFieldValue(fieldType(type), expected)).toBe(expected);
    }
  });
});

test('day-first accounts read 3/4/24 as the third of April, and what only fits month first still so', () => {
  expect(normalizeFieldValue('date', '3/4/24', 'day-first')).toBe('2024-04-03');
  expect(normalizeFieldValue('date', '03/14/2025', 'day-first')).toBe('2025-03-14');
  expect(normalizeFieldValue('date', '2025-03-04', 'day-first')).toBe('2025-03-04');
});

function fieldType(name: string): FieldType {
  const types: FieldType[] = ['text', 'code', 'number', 'money', 'date', 'time', 'unit'];
  const found = types.find((type) => type === name);
  if (found === undefined) throw new Error(`no field type ${name}`);
  return found;
}
