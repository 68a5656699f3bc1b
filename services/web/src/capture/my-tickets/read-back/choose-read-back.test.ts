import { expect, test } from '@jest/globals';
import { chooseReadBack, type ReadBackTicket, type SentEntry } from './choose-read-back.ts';

const now = 1_000_000_000_000;
const ticket = (id: string, more: Partial<ReadBackTicket> = {}): ReadBackTicket => ({
  id,
  state: 'needs_review',
  confirmedByCrewAt: null,
  replacedByTicketId: null,
  ...more,
});
const entry = (ticketId: string, createdAt: number, storedAt = now): SentEntry => ({
  status: 'stored',
  createdAt,
  storedAt,
  receipt: { uploadId: 'u', ticketId, receivedAt: '2026-01-01T00:00:00Z', images: [] },
});
const chosen = (tickets: ReadBackTicket[], entries: SentEntry[], putOff: string[] = []) =>
  chooseReadBack(tickets, entries, new Set(putOff), now).map(({ id }) => id);

test('what this phone sent and the reader is done with is read back, the newest paper first', () => {
  const tickets = [ticket('old'), ticket('new', { state: 'failed' }), ticket('elsewhere')];
  expect(chosen(tickets, [entry('old', now - 60_000), entry('new', now - 5_000)])).toEqual(['new', 'old']);
});

test('nothing is asked twice, too early, or when the paper is long gone', () => {
  const tickets = [
    ticket('reading', { state: 'reading' }),
    ticket('said', { confirmedByCrewAt: '2026-01-01T00:00:00Z' }),
    ticket('again', { state: 'failed', replacedByTicketId: 'newer' }),
    ticket('approved', { state: 'approved' }),
    ticket('put-off'),
    ticket('yesterday'),
  ];
  const entries = tickets.map(({ id }) => entry(id, now, id === 'yesterday' ? now - 24 * 3_600_000 : now));
  expect(chosen(tickets, entries, ['put-off'])).toEqual([]);
});
