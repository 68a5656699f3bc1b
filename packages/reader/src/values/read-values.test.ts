import { expect, test } from '@jest/globals';
import type { TicketType } from '@ticket-pros/contracts/field';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { madeUpWords } from '../testing/made-up-words.ts';
import type { PageWord } from '../text/page-word.ts';
import { readValues } from './read-values.ts';

function read(words: readonly PageWord[], type: TicketType = fieldTicketType): Record<string, string> {
  const values = readValues(words, type, 'month-first');
  return Object.fromEntries(
    values.map(({ field, row, normalized }) => [row === 0 ? field : `${field} ${row}`, normalized]),
  );
}

test('values right of their labels, with and without a colon, near and far', () => {
  const values = read(
    madeUpWords(
      [100, 300, 'Date: 03/14/2025'],
      [100, 350, 'Customer'],
      [400, 350, 'TALON OPERATING LLC'],
      [100, 400, 'Gross:'],
      [600, 400, '43,700 lb'],
      [100, 450, 'Tare:'],
      [600, 450, '23,660 lb'],
      [100, 500, 'Net:'],
      [600, 500, '20,040 lb'],
    ),
  );
  expect(values).toMatchObject({
    date: '2025-03-14',
    customer: 'TALON OPERATING LLC',
    gross_weight: '43700',
    tare_weight: '23660',
    net_weight: '20040',
    weight_unit: 'LB',
  });
});

test('values below their labels, side by side in boxes', () => {
  const values = read(
    madeUpWords(
      [100, 300, 'TICKET NUMBER'],
      [400, 300, 'DELIVERY DATE'],
      [700, 300, 'TRUCK'],
      [100, 335, '6395988'],
      [400, 335, '08/25/25'],
      [700, 335, '170'],
    ),
  );
  expect(values).toMatchObject({ ticket_number: '6395988', date: '2025-08-25', truck_number: '170' });
});

test('a name above the line that asks for a printed name', () => {
  expect(read(madeUpWords([100, 900, 'Chad Quintana'], [100, 935, 'CUSTOMER REP (PRINT NAME)']))).toEqual({
    signed_by: 'Chad Quintana',
  });
});

test('a blank field stays blank, whatever stands around it', () => {
  const values = read(
    madeUpWords(
      [100, 300, 'PO NUMBER'],
      [400, 300, 'AFE #'],
      [700, 300, 'DATE'],
      [700, 335, '10-20-23'],
      [100, 400, 'TRUCK'],
      [100, 435, '227'],
      [400, 400, 'DRIVER'],
      [400, 435, 'H. Villarreal'],
    ),
  );
  expect(values).toEqual({ date: '2023-10-20', truck_number: '227', driver: 'H. Villarreal' });
});

test('a label that the text engine garbled by a letter is still found', () => {
  expect(
    read(madeUpWords([100, 300, 'Vehiclef:'], [400, 300, 'RO-37'], [100, 350, 'Custoner'], [400, 350, 'Rio Seco'])),
  ).toMatchObject({
    customer: 'Rio Seco',
    truck_number: 'RO-37',
  });
});

test('the words of a label inside a name or a sentence are no label', () => {
  const values = read(
    madeUpWords(
      [100, 300, 'Customer'],
      [400, 300, 'WESTFORK CONTRACTORS'],
      [100, 700, 'Customer agrees that the driver may date the ticket at the site on account'],
    ),
  );
  expect(values).toEqual({ customer: 'WESTFORK CONTRACTORS' });
});

test('each label and each word is used once, so that two wordings for one field share out what there is', () => {
  const values = read(
    madeUpWords(
      [100, 300, 'SOLD TO'],
      [600, 300, 'DELIVER TO'],
      [100, 335, 'HANLEY EXCAVATION'],
      [600, 335, '7014 W MESQUITE DR'],
    ),
  );
  expect(values).toEqual({ customer: 'HANLEY EXCAVATION', location: '7014 W MESQUITE DR' });
});

test('the company is the large type at the top, not the name of the paper', () => {
  const large = (words: PageWord[]): PageWord[] => words.map((word) => ({ ...word, bottom: word.top + 50 }));
  const values = read([
    ...large(madeUpWords([600, 20, 'SCALE TICKET'])),
    ...large(madeUpWords([100, 20, 'BASIN RIDGE AGGREGATES'])),
    ...madeUpWords(
      [100, 90, 'Pit Office: 6650 County Road 41'],
      [100, 300, 'Date: 03/14/2025'],
      [100, 900, 'Thank you for your business'],
    ),
  ]);
  expect(values).toEqual({ company: 'BASIN RIDGE AGGREGATES', date: '2025-03-14' });
});

test('line items by the heads of their columns, and no plain fields out of them', () => {
  const values = read(
    madeUpWords(
      [100, 300, 'DESCRIPTION'],
      [500, 300, 'QTY'],
      [650, 300, 'UNIT'],
      [800, 300, 'RATE'],
      [950, 300, 'AMOUNT'],
      [100, 340, 'Hot oil truck'],
      [500, 340, '10'],
      [650, 340, 'hr'],
      [800, 340, '202.50'],
      [950, 340, '2,025.00'],
      [100, 380, 'Fuel surcharge'],
      [500, 380, '1'],
      [650, 380, 'ea'],
      [950, 380, '60.00'],
      [800, 440, 'SUBTOTAL'],
      [950, 440, '2,085.00'],
    ),
  );
  expect(values).toEqual({
    subtotal: '2085',
    'line_items.description 1': 'Hot oil truck',
    'line_items.quantity 1': '10',
    'line_items.unit 1': 'HR',
    'line_items.rate 1': '202.5',
    'line_items.amount 1': '2025',
    'line_items.description 2': 'Fuel surcharge',
    'line_items.quantity 2': '1',
    'line_items.unit 2': 'EA',
    'line_items.amount 2': '60',
  });
});

test('zeros with a slash are put right in dates and times, at no more confidence', () => {
  const words = madeUpWords(
    [100, 300, 'Date: 81/18/2823'],
    [100, 350, 'Time In: 89:24:18', 0.6],
    [100, 400, 'Time Out: 09:44', 0.6],
  );
  expect(read(words)).toEqual({ date: '2023-01-18', start_time: '09:24', end_time: '09:44' });
  const confidence = new Map(
    readValues(words, fieldTicketType, 'month-first').map((value) => [value.field, value.confidence]),
  );
  expect(confidence.get('start_time') ?? 1).toBeLessThanOrEqual(confidence.get('end_time') ?? 0);
});

test('what sums up is surer, and what contradicts is less sure, than what stands alone', () => {
  const weights = (net: string): number => {
    const words = madeUpWords([100, 300, 'Gross: 43,700'], [100, 350, 'Tare: 23,660'], [100, 400, `Net: ${net}`]);
    return (
      readValues(words, fieldTicketType, 'month-first').find(({ field }) => field === 'net_weight')?.confidence ?? 0
    );
  };
  const alone = readValues(madeUpWords([100, 400, 'Net: 20,040']), fieldTicketType, 'month-first')[0]?.confidence ?? 0;
  expect(weights('20,040')).toBeGreaterThan(alone);
  expect(weights('28,848')).toBeLessThan(alone);
});

test('a value carries what was printed and the box around it, and no words make no values', () => {
  expect(readValues(madeUpWords([100, 300, 'Total: $1,275.00']), fieldTicketType, 'month-first')).toMatchObject([
    {
      field: 'total',
      row: 0,
      printedText: '$1,275.00',
      normalized: '1275',
      box: { page: 0, x: 184, y: 300, width: 108, height: 20 },
    },
  ]);
  expect(readValues([], fieldTicketType, 'month-first')).toEqual([]);
});

test('the first page is the ticket: a later one counts where the first says nothing', () => {
  const first = madeUpWords([100, 300, 'Ticket No: 60418', 0.8], [100, 350, 'Truck: 42', 0.8]);
  const second = madeUpWords([100, 300, 'Ticket No: 20418'], [100, 350, 'Trailer: T77']);
  const behind = second.map((word) => ({ ...word, page: 1, line: word.line + 10, box: { ...word.box, page: 1 } }));
  expect(read([...first, ...behind])).toMatchObject({
    ticket_number: '60418',
    truck_number: '42',
    trailer_number: 'T77',
  });
});

test('who keeps which copy, and the number of the form, are neither labels nor values', () => {
  const values = read(
    madeUpWords(
      [100, 300, 'Customer: Red Canyon Dev.'],
      [100, 1500, 'White: Office'],
      [400, 1500, 'Yellow: Customer'],
      [700, 1500, 'TWM-F-014 rev. C'],
    ),
  );
  expect(values).toEqual({ customer: 'Red Canyon Dev.' });
});

test('a label and a value that were read as one word are told apart', () => {
  expect(read(madeUpWords([100, 300, 'TicketNo.:60418'], [100, 350, 'DATE03/14/25'], [100, 400, 'PO#75869']))).toEqual({
    ticket_number: '60418',
    date: '2025-03-14',
    po_number: '75869',
  });
});

test('on a form whose print slipped upwards, values still belong to the labels left of them', () => {
  const values = read(
    madeUpWords(
      [300, 280, 'TALON OPERATING LLC'],
      [100, 297, 'SOLD TO'],
      [300, 340, 'LOOP 270 WIDENING'],
      [100, 357, 'JOB NAME'],
      [300, 400, 'T-18'],
      [100, 417, 'TRUCK NO.'],
      [300, 460, 'CLINT WHITLOCK'],
      [100, 477, 'DRIVER'],
      [300, 520, 'PEA GRAVEL'],
      [100, 537, 'PRODUCT'],
    ),
  );
  expect(values).toEqual({
    customer: 'TALON OPERATING LLC',
    job_name: 'LOOP 270 WIDENING',
    truck_number: 'T-18',
    driver: 'CLINT WHITLOCK',
    material: 'PEA GRAVEL',
  });
});

test('a name whose words stand wide apart is one value, but a number ends at the gap', () => {
  expect(
    read(
      madeUpWords(
        [100, 300, 'Driver:'],
        [300, 300, 'PETE'],
        [376, 300, 'MOYA'],
        [100, 350, 'Ticket:'],
        [300, 350, '202431'],
        [400, 350, '2'],
      ),
    ),
  ).toEqual({ driver: 'PETE MOYA', ticket_number: '202431' });
});

test('numbers whose labels can not be read are known by what they come to', () => {
  const values = read(
    madeUpWords(
      [100, 300, 'Sub Total'],
      [500, 300, '3,530.56'],
      [100, 350, 'ENSSTA'],
      [500, 350, '235.76'],
      [100, 400, 'PAYTNISANT'],
      [500, 400, '$3,766.32'],
      [100, 450, 'Discount'],
      [500, 450, '12.00'],
    ),
  );
  expect(values).toEqual({ subtotal: '3530.56', tax: '235.76', total: '3766.32' });
});

test('an ordinary word that may be a label is one only where nothing runs on behind it', () => {
  expect(read(madeUpWords([100, 300, 'Job Name: WELL PAD 14 ACCESS'], [100, 350, 'Well: KINCAID 31-2H']))).toEqual({
    job_name: 'WELL PAD 14 ACCESS',
    location: 'KINCAID 31-2H',
  });
});

test('the wordings of haulers, water and mixer drivers and oilfields', () => {
  const values = read(
    madeUpWords(
      [100, 300, 'Haul Ticket No: 60418'],
      [100, 350, 'Date Hauled: 14-MAR-25'],
      [100, 400, 'Trk #: 42'],
      [100, 450, 'Fluid Type: Produced water'],
      [100, 500, 'Bbls Hauled: 120 1/2'],
      [100, 550, 'Disposal Site: Arroyo SWD 1'],
      [100, 600, 'Arrived On Location: 0730'],
      [100, 650, 'Off Location: 9:15A'],
    ),
  );
  expect(values).toEqual({
    ticket_number: '60418',
    date: '2025-03-14',
    truck_number: '42',
    material: 'Produced water',
    quantity: '120.5',
    unit: 'BBL',
    location: 'Arroyo SWD 1',
    start_time: '07:30',
    end_time: '09:15',
  });
});

test('a form whose labels stand under their lines', () => {
  const values = read(
    madeUpWords(
      [100, 300, '13-DEC-2026'],
      [100, 345, 'Date'],
      [100, 420, 'JUNIPER BUILDERS'],
      [100, 465, 'Client'],
      [100, 540, 'GREASEWOOD CANYON'],
      [100, 585, 'Ship To Address'],
      [100, 660, 'OMAR LEDFORD'],
      [100, 705, "Driver's Name"],
      [700, 660, 'TRK95'],
      [700, 705, 'Truck/Unit'],
    ),
  );
  expect(values).toEqual({
    date: '2026-12-13',
    customer: 'JUNIPER BUILDERS',
    location: 'GREASEWOOD CANYON',
    driver: 'OMAR LEDFORD',
    truck_number: 'TRK95',
  });
});

test('the rate in the label of a tax is no amount, and a gap behind the mark of thousands ends no number', () => {
  const values = read(
    madeUpWords(
      [100, 300, 'Sub Total 1, 633.55'],
      [100, 350, 'Tax 8.25%'],
      [500, 350, '130.68'],
      [100, 400, 'Total Charge 1,764.23'],
    ),
  );
  expect(values).toMatchObject({ subtotal: '1633.55', tax: '130.68', total: '1764.23' });
});

test('a label behind a wide gap ends the value before it, the last word of a name does not', () => {
  const apart = [
    ...madeUpWords([100, 300, 'Billed To QUARTZ DEVELOPMENT'], [460, 300, 'Weather']),
    ...madeUpWords([100, 400, 'Job Site FALLOW'], [298, 400, 'Pad']),
  ];
  expect(read(apart)).toMatchObject({ customer: 'QUARTZ DEVELOPMENT', job_name: 'FALLOW Pad' });
});

test('the only date on a ticket is its date, without a label, too', () => {
  expect(read(madeUpWords([100, 300, '04/26/2024'], [100, 400, 'MASON SAND']))).toEqual({ date: '2024-04-26' });
  expect(read(madeUpWords([100, 300, '04/26/2024'], [100, 400, '04/28/2024']))).toEqual({});
});

test('weights side by side in boxes whose sides were read as signs', () => {
  const heads = madeUpWords([100, 300, 'Gross'], [284, 300, 'Tare'], [476, 300, 'Net']);
  const values = read([...heads, ...madeUpWords([100, 335, '51200 lbs|26260 lbs|24940 lbs'])]);
  expect(values).toMatchObject({ gross_weight: '51200', tare_weight: '26260', net_weight: '24940' });
});

test('a name that can not end with its first line goes on in the second', () => {
  const name = madeUpWords([100, 20, 'VANCE & SONS SAND &'], [100, 44, 'GRAVEL']).map((word) => ({
    ...word,
    bottom: word.top + 22,
  }));
  const values = read([...name, ...madeUpWords([100, 120, '4670 Depot St'], [100, 300, 'Date: 03/14/2025'])]);
  expect(values).toMatchObject({ company: 'VANCE & SONS SAND & GRAVEL' });
});

test('a date after the latest day that a ticket can be of is read in the other order, or doubted', () => {
  const dateOf = (text: string) =>
    readValues(
      madeUpWords([100, 300, `Date: ${text}`]),
      fieldTicketType,
      'month-first',
      undefined,
      {},
      {},
      '2025-11-22',
    )[0];
  expect(dateOf('12/04/2025')?.normalized).toBe('2025-04-12');
  expect(dateOf('11/04/2025')?.normalized).toBe('2025-11-04');
  expect(dateOf('11/24/2026')?.confidence ?? 0).toBeLessThan(dateOf('11/21/2025')?.confidence ?? 0);
});

test('words of wide type on one line are one name', () => {
  const wide = [...madeUpWords([100, 20, 'DRIFT', 0.99], [218, 20, 'SAND', 0.99])].map((word, i) => ({
    ...word,
    line: 90,
    left: i === 0 ? 100 : 245,
    right: i === 0 ? 210 : 333,
  }));
  const values = read([...wide, ...madeUpWords([100, 120, '4670 Depot St'], [100, 300, 'Date: 03/14/2025'])]);
  expect(values).toMatchObject({ company: 'DRIFT SAND' });
});
