import { expect, test } from '@jest/globals';
import { countTickets } from './count-tickets.ts';

const now = new Date(2026, 10, 21, 15, 0).getTime();
const yesterday = now - 24 * 3_600_000;
const one = [{}];

test('the two numbers are the same only when nothing waits, from whatever day', () => {
  const stored = { createdAt: now, status: 'stored', photos: one } as const;
  expect(countTickets([stored, stored], now)).toEqual({ photographed: 2, stored: 2, earlier: 0 });
  const waiting = { createdAt: yesterday, status: 'waiting', photos: one } as const;
  const refused = { createdAt: now, status: 'refused', photos: one } as const;
  expect(countTickets([stored, waiting, refused], now)).toEqual({ photographed: 3, stored: 1, earlier: 1 });
});

test('a ticket that is still being photographed counts, an empty draft and what was stored yesterday do not', () => {
  const draft = { createdAt: now, status: 'draft', photos: one } as const;
  const done = { createdAt: yesterday, status: 'stored', photos: one } as const;
  expect(countTickets([draft, { ...draft, photos: [] }, done], now)).toEqual({
    photographed: 1,
    stored: 0,
    earlier: 0,
  });
});
