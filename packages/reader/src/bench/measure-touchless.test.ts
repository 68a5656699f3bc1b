import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { confidenceModel } from '../confidence/confidence-model.ts';
import { judgeValues } from './judge-values.ts';
import { isPrinted, measureTouchless } from './measure-touchless.ts';
import type { LabelledImage } from './read-labels.ts';

const label: LabelledImage = {
  image: 'a.jpg',
  condition: 'clean',
  fields: Object.fromEntries(
    ['ticket_number', 'date', 'truck_number', 'total', 'po_number'].map((name) => [
      name,
      { value: name === 'date' ? '2025-05-14' : '77', kind: 'printed' },
    ]),
  ),
  blank: [],
  lineItems: [{ description: 'Sand', quantity: '2' }],
};

function read(confidence: number, total: string) {
  const box = { page: 0, x: 0, y: 0, width: 1, height: 1 };
  const value = (field: string, normalized: string, row = 0) => ({
    field,
    row,
    printedText: normalized,
    normalized,
    confidence,
    box,
  });
  const values = [
    value('ticket_number', '77'),
    value('date', '2025-05-14'),
    value('truck_number', '77'),
    value('total', total),
    value('line_items.description', 'SAND', 1),
    value('line_items.quantity', '3', 1),
  ];
  return { label, judged: judgeValues(label, values, fieldTicketType) };
}

test('values and cells are judged by the label', () => {
  expect(read(0.9, '78').judged.map(({ isRight }) => isRight)).toEqual([true, true, true, false, true, false]);
});

test('what approves itself, how much of it is wrong and how much is missing', () => {
  const sure = Math.max(...confidenceModel().thresholds.map(({ least }) => least));
  const target = 0.2;
  const measured = measureTouchless(
    [read(Math.min(0.995, sure + 0.2), '77'), read(0.1, '78')],
    fieldTicketType,
    target,
  );
  expect(measured).toMatchObject({ tickets: 2, approved: 1, values: 6, wrong: 1, missed: 1, atBest: 0.5 });
  expect(isPrinted(read(1, '77'))).toBe(true);
});
