import { expect, test } from '@jest/globals';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { receiptTicketType } from '@ticket-pros/contracts/receipt-ticket-type';
import { madeUpWords } from '../../testing/made-up-words.ts';
import { readValues } from '../read-values.ts';

type Line = string | readonly [left: string, right: string];

/** Reads a receipt of lines, each of them a text or a text with an amount at the right edge. */
function read(lines: readonly Line[], dayOrder: DayOrder = 'month-first'): Record<string, string> {
  const words = madeUpWords(
    ...lines.flatMap((line, i): [number, number, string][] => {
      const top = 100 + 30 * i;
      return typeof line === 'string'
        ? [[100, top, line]]
        : [
            [100, top, line[0]],
            [620, top, line[1]],
          ];
    }),
  );
  const values = readValues(words, receiptTicketType, dayOrder);
  return Object.fromEntries(values.map(({ field, normalized }) => [field, normalized]));
}

test('a fuel station: the total of the sale, not gallons, price or the card', () => {
  expect(
    read([
      'WELCOME TO',
      'PINYON TRAVEL CENTER',
      '4410 E HWY 80',
      'MIDLAND, TX 79706',
      '(432) 555-0117',
      'STORE # 0412',
      '03/14/25 06:52 AM',
      ['PUMP 07 DIESEL', ''],
      ['GALLONS', '62.114'],
      ['PRICE/GAL', '$3.599'],
      ['FUEL SALE', '223.55'],
      ['SUBTOTAL', '$223.55'],
      ['SALES TAX', '0.00'],
      ['TOTAL', '$223.55'],
      ['VISA', '$223.55'],
      'AUTH NO 044712',
      'THANK YOU',
    ]),
  ).toEqual({
    company: 'PINYON TRAVEL CENTER',
    address: '4410 E HWY 80 MIDLAND, TX 79706',
    date: '2025-03-14',
    total: '223.55',
  });
});

test('a hardware store: the total after tax, not the cash given nor the change', () => {
  expect(
    read([
      'HARLAN HARDWARE & SUPPLY INC.',
      'More saving. More doing.',
      '212 N Main St, Suite B',
      'Odessa, TX 79761-3342',
      'Phone: 432-555-0188',
      'Mar 14, 2025 10:22 AM',
      ['2X4X8 STUD', '18.40'],
      ['DECK SCREWS 5LB', '22.87'],
      ['SUBTOTAL', '41.27'],
      ['SALES TAX 8.25%', '3.40'],
      ['TOTAL', '44.67'],
      ['CASH', '50.00'],
      ['CHANGE DUE', '5.33'],
      ['YOU SAVED', '4.10'],
    ]),
  ).toEqual({
    company: 'HARLAN HARDWARE & SUPPLY INC.',
    address: '212 N Main St, Suite B Odessa, TX 79761-3342',
    date: '2025-03-14',
    total: '44.67',
  });
});

test('a total before cash back, and one that was misread next to sums that prove it', () => {
  const sale: Line[] = [
    ['PAINT 1GAL', '20.00'],
    ['SUBTOTAL', '20.00'],
    ['TAX', '1.65'],
  ];
  expect(read([...sale, ['TOTAL', '21.65'], ['CASH BACK', '20.00'], ['DEBIT', '41.65']]).total).toBe('21.65');
  expect(read([...sale, ['TXIAL', '21.65'], ['CASH', '25.00'], ['CHANGE', '3.35']]).total).toBe('21.65');
  expect(read([...sale, ['GRAND TORA1', 'R21.65'], ['CASH', '25.00']]).total).toBe('21.65');
});

test('the rounded total is what was paid, and the summary of taxes below it says nothing', () => {
  expect(
    read([
      ['TOTAL QTY:', '2'],
      ['TOTAL EXCL. GST', 'RM 32.00'],
      ['TOTAL GST', 'RM 1.92'],
      ['TOTAL', 'RM 33.92'],
      ['ROUNDING ADJUSTMENT', '-RM 0.02'],
      ['TOTAL ROUNDED', 'RMO33.90'],
      ['CASH', 'RM 50.00'],
      ['CHANGE', 'RM 16.10'],
      ['TOTAL INCLUDED GST', '1.92'],
    ]).total,
  ).toBe('33.9');
});

test('a name over two lines, its number in a register and what an engine does to legal forms', () => {
  const head = (...lines: string[]): string | undefined =>
    read([...lines, 'LOT 12, JALAN MERAH 3,', '43300 BUKIT BIRU, SELANGOR', 'TEL: 03-5550 1234', 'TAX INVOICE'])
      .company;
  expect(head('tan ah kow', 'GREEN LEAF VEGETARIAN', 'RESTAURANT SDN BHD', '(1095514-X)')).toBe(
    'GREEN LEAF VEGETARIAN RESTAURANT SDN BHD',
  );
  expect(head('BLUE HILL BAKERIES (KL SDNBHD (139386 X)')).toBe('BLUE HILL BAKERIES (KL) SDN BHD');
  expect(head('SAKURA KITCHEN', 'OWN BY: EAST WIND SDN.BHD.', 'CO.NO. (458592-T)')).toBe('EAST WIND SDN. BHD.');
  expect(head('KEDAI PAPAN YEW', '(0005583085-K)')).toBe('KEDAI PAPAN YEW');
});

test('an address ends before the telephone, also in its own line, and leaves out the numbers of taxes before it', () => {
  expect(
    read([
      'NORTH FORK LUMBER LLC',
      'Tax ID: 75-1234567',
      '88 County Road 12',
      'Alpine, TX 79830 Tel. (432) 555-0142',
      'Cashier: 12',
      'BILL TO:',
      '1 OTHER STREET',
      'MARFA, TX 79843',
    ]).address,
  ).toBe('88 County Road 12 Alpine, TX 79830');
});

test.each<[text: string, dayOrder: DayOrder, date: string]>([
  ['12-01-1921:13 SH01', 'day-first', '2019-01-12'],
  ['Date:05/06/2012:45', 'month-first', '2020-05-06'],
  ['14May/201702:56:39', 'day-first', '2017-05-14'],
  ['#60-REG 2-24/06/2018 22:43', 'day-first', '2018-06-24'],
  ['30 Dec 17 18:40:57', 'month-first', '2017-12-30'],
  ['Oct 3,2016 12:16:25 PM', 'month-first', '2016-10-03'],
  ['DATE 2O/12/2017', 'day-first', '2017-12-20'],
  ['DATE: 25032018', 'day-first', '2018-03-25'],
  ['2018-03-18 13:18', 'month-first', '2018-03-18'],
])('a date as printed with its time: %j', (text, dayOrder, date) => {
  expect(read(['PINYON FUEL', text, 'EXPIRES 12/31/2030'], dayOrder).date).toBe(date);
});

test('what a receipt does not show stays blank', () => {
  expect(read(['PINYON FUEL STOP', 'CASHIER 4', ['COFFEE', '2'], 'TEL 432-555-0117'])).toEqual({
    company: 'PINYON FUEL STOP',
  });
});
