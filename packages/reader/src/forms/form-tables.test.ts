import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { type Form, formSchema } from '@ticket-pros/contracts/form';
import { fillIn, type MadeUpForm, type MadeUpPage, photograph, type Shot } from '../testing/made-up-forms.ts';
import { readValues } from '../values/read-values.ts';
import { indexForms } from './index-forms.ts';
import { learnForm } from './learn-form.ts';
import { readKnownForms } from './read-known-forms.ts';

/** A form with a table whose heads nobody knows, one column that nobody wants, and print below it. */
const form: MadeUpForm = {
  issuer: 'QUILLBACK STONE AND GRAVEL',
  print: [
    [120, 90, 'ROUTE 9 PINYON FLAT'],
    [60, 200, 'ALPHA ENTRY'],
    [560, 200, 'BRAVO ENTRY'],
    [60, 400, 'WOMBAT'],
    [450, 400, 'ZEBU'],
    [560, 400, 'OKAPI'],
    [680, 400, 'GECKO'],
    [800, 400, 'LLAMA'],
    [60, 900, 'GOLF SEAL OF THE YARD'],
    [60, 1300, 'INDIA REVISION MARCH'],
  ],
  fields: { company: [120, 40], ticket_number: [60, 232], truck_number: [560, 232] },
};
const columns = { description: 60, quantity: 450, other: 560, rate: 680, amount: 800 } as const;
type Row = Partial<Record<keyof typeof columns, string>>;
const first: Row[] = [
  { description: 'FLOWBACK', quantity: '4', other: '77', rate: '65.50', amount: '262.00' },
  { description: 'HAND TOOLS', quantity: '12', other: '81', rate: '41.25', amount: '495.00' },
];
const second: Row[] = [
  { description: 'WINCH AND A LONG CABLE', quantity: '3', other: '50', rate: '130.25', amount: '390.75' },
  { description: 'METHANOL', quantity: '16', other: '85', rate: '2.50', amount: '40.00' },
  { description: 'MILEAGE', quantity: '115', rate: '3.10', amount: '356.50' },
];

function pageOf(rows: readonly Row[], shot: Shot = {}): MadeUpPage {
  const cells = rows.flatMap((row, i) =>
    Object.entries(row).map(([column, text]) => ({
      key: `${column}@${i + 1}`,
      at: [columns[column as keyof typeof columns], 440 + 40 * i] as const,
      text,
    })),
  );
  const filled = { ...fillIn(rows.length), ...Object.fromEntries(cells.map(({ key, text }) => [key, text])) };
  const fields = { ...form.fields, ...Object.fromEntries(cells.map(({ key, at }) => [key, at])) };
  const page = photograph({ ...form, fields }, filled, shot);
  const values = page.values.flatMap((value) => {
    const [column = '', row] = value.field.split('@');
    if (row === undefined) return [value];
    return column === 'other' ? [] : [{ ...value, field: `line_items.${column}`, row: Number(row) }];
  });
  return { ...page, values };
}

function learn(before: Form | null, page: MadeUpPage): Form {
  const learned = learnForm(before, { page: 0, ...page }, fieldTicketType);
  if (learned === null) throw new Error('nothing was learned');
  return formSchema.parse(JSON.parse(JSON.stringify(learned)));
}

function readCells({ words, size }: MadeUpPage, known: Form | null): string[] {
  const index = indexForms(known === null ? [] : [{ id: 'a', form: known }]);
  const { evidence } = readKnownForms(words, [size], index, fieldTicketType, 'month-first');
  return readValues(words, fieldTicketType, 'month-first', evidence)
    .filter(({ row }) => row > 0)
    .map(({ field, row, normalized }) => `${row} ${field.split('.')[1]} ${normalized}`);
}

const wanted = second.flatMap(({ description, quantity, rate, amount }, i) => [
  `${i + 1} description ${description}`,
  `${i + 1} quantity ${quantity}`,
  `${i + 1} rate ${Number(rate)}`,
  `${i + 1} amount ${Number(amount)}`,
]);

test.each<[string, Shot]>([
  ['lying flat', {}],
  ['tilted', { turn: 6 }],
  ['seen from below', { keystone: 0.12, turn: -3, scale: 1.5 }],
])('a table of unknown heads, corrected once, is read by its rows and columns on the next ticket: %s', (_, shot) => {
  const next = pageOf(second, shot);
  expect(readCells(next, null)).not.toEqual(wanted);
  expect(readCells(next, learn(null, pageOf(first, { turn: 2 })))).toEqual(wanted);
});

test('wrongly corrected columns are outvoted by two right examples', () => {
  const wrong = pageOf(first);
  const swapped = wrong.values.map((value) => {
    const other = { 'line_items.rate': 'line_items.amount', 'line_items.amount': 'line_items.rate' }[value.field];
    return other === undefined ? value : { ...value, field: other };
  });
  const known = [{ ...wrong, values: swapped }, pageOf(first), pageOf(second)].reduce<Form | null>(learn, null);
  expect(readCells(pageOf(second, { turn: 3 }), known)).toEqual(wanted);
});

test('learns as well from the words of a stored reading as from those just seen', () => {
  const page = pageOf(first, { turn: 4, keystone: 0.05 });
  const stored = page.words.map(({ text, confidence, box, line }) => ({ text, confidence, box, line }));
  const live = learnForm(null, { page: 0, ...page }, fieldTicketType);
  const kept = JSON.parse(JSON.stringify(stored)) as typeof stored;
  expect(learnForm(null, { page: 0, ...page, words: kept }, fieldTicketType)).toEqual(live);
});

test('keeps no more of tables than its limits, whatever rows are learned', () => {
  let known: Form | null = null;
  for (let i = 0; i < 25; i++) {
    const rows = Array.from(
      { length: 2 + (i % 7) },
      (_, row): Row => ({ ...second[row % 3], quantity: String(10 + row + i) }),
    );
    known = learn(known, pageOf(rows, { turn: (i % 5) - 2 }));
  }
  expect(known?.tables.length).toBe(1);
  expect(known?.tables[0]?.rows.length).toBeLessThanOrEqual(9);
  expect(JSON.stringify(known).length).toBeLessThan(60_000);
});
