import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { formatFieldValue } from './format-field-value.ts';

test.each([
  ['total', '1536', '1,536.00'],
  ['line_items.amount', '1536', '1,536.00'],
  ['date', '2025-05-30', 'May 30, 2025'],
  ['ticket_number', '76560', '76560'],
  ['no_such_field', '1536', '1536'],
])('%s %s is shown as %s', (field, normalized, shown) => {
  expect(formatFieldValue(fieldTicketType, field, normalized)).toBe(shown);
});
