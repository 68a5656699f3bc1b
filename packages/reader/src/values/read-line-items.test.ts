import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { madeUpWords } from '../testing/made-up-words.ts';
import type { PageWord } from '../text/page-word.ts';
import { readValues } from './read-values.ts';

/** The line items as lines of text, a dash for an empty cell. */
function rows(words: readonly PageWord[]): string[] {
  const cells = readValues(words, fieldTicketType, 'month-first').filter(({ row }) => row > 0);
  const columns = ['description', 'quantity', 'unit', 'rate', 'amount'];
  return [...new Set(cells.map(({ row }) => row))].map((row) =>
    columns
      .map((name) => cells.find((cell) => cell.row === row && cell.field === `line_items.${name}`)?.normalized ?? '-')
      .join(' | '),
  );
}

test('a head of two meanings is told by the others and by what stands below it', () => {
  const words = madeUpWords(
    [100, 300, 'Labor/Equipment'],
    [500, 300, 'Qty'],
    [650, 300, 'Units'],
    [800, 300, 'Rate'],
    [950, 300, 'Charge'],
    [100, 340, 'BALL VALVE'],
    [500, 340, '6'],
    [650, 340, 'EA'],
    [800, 340, '120.09'],
    [950, 340, '720.54'],
    [100, 380, 'PUMP TRUCK'],
    [500, 380, '8.0'],
    [650, 380, 'HR'],
    [800, 380, '148.50'],
    [950, 380, '1,188.00'],
    [650, 430, 'Amount Before Tax'],
    [950, 430, '1,908.54'],
  );
  expect(rows(words)).toEqual(['BALL VALVE | 6 | EA | 120.09 | 720.54', 'PUMP TRUCK | 8 | HR | 148.5 | 1188']);
});

test('cells at the left of columns whose heads stand in their middle, and heads that can not be read', () => {
  const words = madeUpWords(
    [180, 300, 'Qty.'],
    [400, 300, 'Siits'],
    [700, 300, 'Commodity'],
    [1000, 300, 'Prics'],
    [1200, 300, 'Price'],
    [100, 340, '8.0'],
    [330, 340, 'HR'],
    [480, 340, 'FOREMAN ON SITE'],
    [960, 340, '100.15'],
    [1190, 340, '801.20'],
    [100, 380, '9.0'],
    [330, 380, 'HR'],
    [480, 380, 'BACKHOE'],
    [960, 380, '98.00'],
    [1190, 380, '882.00'],
  );
  expect(rows(words)).toEqual(['FOREMAN ON SITE | 8 | - | 100.15 | 801.2', 'BACKHOE | 9 | - | 98 | 882']);
});

test('a description that runs over two lines is one, and an unread point in a row is put right', () => {
  const words = madeUpWords(
    [100, 300, 'DESCRIPTION'],
    [600, 300, 'QTY'],
    [750, 300, 'RATE'],
    [900, 300, 'AMOUNT'],
    [100, 340, 'Hauled produced water'],
    [600, 340, '78'],
    [750, 340, '5.75'],
    [900, 340, '44850'],
    [100, 366, 'from tank battery'],
    [100, 420, 'Wash out'],
    [600, 420, '1'],
    [750, 420, '60.00'],
    [900, 420, '60.00'],
  );
  expect(rows(words)).toEqual([
    'Hauled produced water from tank battery | 78 | - | 5.75 | 448.5',
    'Wash out | 1 | - | 60 | 60',
  ]);
});

test('labels side by side with one value below each are no table', () => {
  const words = madeUpWords(
    [100, 300, 'Product Name'],
    [500, 300, 'Amount Delivered'],
    [900, 300, 'Unit Rate'],
    [100, 340, 'UNLEADED 87'],
    [500, 340, '1893.2'],
    [900, 340, '$4.172'],
  );
  const values = readValues(words, fieldTicketType, 'month-first');
  expect(Object.fromEntries(values.map(({ field, normalized }) => [field, normalized]))).toEqual({
    material: 'UNLEADED 87',
    quantity: '1893.2',
    rate: '4.172',
  });
});

test('a total stands in its column, left of what it is called, and is no item', () => {
  const words = madeUpWords(
    [100, 300, 'PIECES'],
    [300, 300, 'PKG'],
    [500, 300, 'DESCRIPTION OF ARTICLES'],
    [1000, 300, 'WEIGHT'],
    [120, 340, '10'],
    [300, 340, 'PLT'],
    [500, 340, 'PALLETS BENTONITE'],
    [1000, 340, '24,500'],
    [120, 380, '10'],
    [500, 380, 'TOTAL PIECES / TOTAL SHIPPING WEIGHT'],
    [1000, 380, '24,500 LBS'],
  );
  expect(rows(words)).toEqual(['PALLETS BENTONITE | 10 | PLT | - | -']);
  const quantity = readValues(words, fieldTicketType, 'month-first').find(({ field }) => field === 'quantity');
  expect(quantity?.normalized).toBe('10');
});

test('labels on one line with what is filled in behind each are no heads of columns', () => {
  const words = madeUpWords(
    [100, 300, 'Matl.'],
    [200, 300, 'Fresh Water'],
    [400, 300, 'Qty'],
    [480, 300, '97'],
    [600, 300, 'U/M'],
    [680, 300, 'bbl'],
    [100, 340, 'Gross'],
    [400, 340, '43,700'],
    [600, 340, 'lb'],
    [100, 380, 'Tare'],
    [400, 380, '23,660'],
    [600, 380, 'lb'],
  );
  expect(rows(words)).toEqual([]);
});
