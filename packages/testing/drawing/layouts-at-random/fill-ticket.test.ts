import { expect, test } from '@jest/globals';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { fillTicket } from './fill-ticket.ts';
import { planLayout } from './plan-layout.ts';

const tickets = Array.from({ length: 60 }, (_, at) => fillTicket(planLayout(5, at), 5, 1));

test('the same numbers draw the same ticket, others another one', () => {
  expect(fillTicket(planLayout(5, 0), 5, 1)).toEqual(tickets[0]);
  expect(fillTicket(planLayout(5, 0), 5, 2).fields).not.toEqual(tickets[0]?.fields);
  expect(fillTicket(planLayout(6, 0), 6, 1).body).not.toBe(tickets[0]?.body);
});

test('labels are of known fields, each either filled in or blank, and each stands on the page', () => {
  const known = new Set(fieldTicketType.fields.map(({ name }) => name));
  for (const { fields, blank, body } of tickets) {
    expect([...Object.keys(fields), ...blank].filter((name) => !known.has(name))).toEqual([]);
    expect(blank.filter((name) => name in fields)).toEqual([]);
    for (const name of Object.keys(fields)) expect(body).toContain(`data-field="${name}"`);
  }
});

test('sums, weights and amounts agree', () => {
  const checked = { weights: 0, sums: 0, items: 0 };
  for (const { fields, lineItems } of tickets) {
    const amount = (name: string): number => Number(fields[name]?.normalized ?? Number.NaN);
    if ('gross_weight' in fields && 'tare_weight' in fields && 'net_weight' in fields) {
      expect(amount('gross_weight') - amount('tare_weight')).toBe(amount('net_weight'));
      checked.weights += 1;
    }
    if ('subtotal' in fields && 'tax' in fields && 'total' in fields) {
      expect(amount('subtotal') + amount('tax')).toBeCloseTo(amount('total'), 6);
      checked.sums += 1;
    }
    const amounts = lineItems.map((item) => Number(item.amount?.replaceAll(',', '') ?? Number.NaN));
    if (amounts.length > 0 && 'subtotal' in fields && !amounts.includes(Number.NaN)) {
      expect(amounts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(amount('subtotal'), 6);
      checked.items += 1;
    }
  }
  expect(Math.min(...Object.values(checked))).toBeGreaterThan(3);
});
