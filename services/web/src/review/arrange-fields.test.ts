import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import type { TicketValue } from '@ticket-pros/contracts/value';
import { arrangeFields, doubtfulFields, nextDoubtful } from './arrange-fields.ts';

function value(field: string, row: number, normalized: string | null, confidence = 0.95): TicketValue {
  return { field, row, printedText: normalized, normalized, confidence, box: null, source: 'reader', memberName: null };
}

test('every field of the ticket type has exactly one place', () => {
  const { groups, order } = arrangeFields(fieldTicketType, [], 0);
  expect(groups.flatMap(({ fields }) => fields)).toHaveLength(fieldTicketType.fields.length);
  expect(new Set(order.map(({ key }) => key)).size).toBe(fieldTicketType.fields.length);
  expect(groups.every(({ fields }) => fields.length > 0)).toBe(true);
});

test('a cleared row is gone, and a new row does not take its number', () => {
  const values = [
    value('line_items.description', 1, 'Gravel'),
    value('line_items.description', 2, null),
    value('line_items.amount', 2, null),
  ];
  expect(arrangeFields(fieldTicketType, values, 1).rows.map(({ row }) => row)).toEqual([1, 3]);
});

test('the walk over doubtful values goes in order and starts again at the end', () => {
  const values = [value('ticket_number', 0, 'A1', 0.5), value('date', 0, '2025-01-02'), value('total', 0, '5', 0.79)];
  const { order } = arrangeFields(fieldTicketType, values, 0);
  expect(doubtfulFields(order).map(({ key }) => key)).toEqual(['ticket_number', 'total']);
  expect(nextDoubtful(order, null)?.key).toBe('ticket_number');
  expect(nextDoubtful(order, 'ticket_number')?.key).toBe('total');
  expect(nextDoubtful(order, 'total')?.key).toBe('ticket_number');
});

test('what a person entered is never doubtful', () => {
  const entered: TicketValue = { ...value('total', 0, '5', 0.1), source: 'member' };
  expect(doubtfulFields(arrangeFields(fieldTicketType, [entered], 0).order)).toEqual([]);
});
