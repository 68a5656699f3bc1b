import type { TicketType } from '@ticket-pros/contracts/field';
import type { Form } from '@ticket-pros/contracts/form';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { PageSize, Word } from '@ticket-pros/contracts/reading';
import type { TicketValue } from '@ticket-pros/contracts/value';
import { type PageWord, quadOfArea } from '../text/page-word.ts';
import { matchForm } from './match-form.ts';
import { placeSeenWords } from './place-words.ts';
import { readFromForm } from './read-from-form.ts';
import { isConvincing } from './recognize-form.ts';

/** An open ticket as stored: what its latest reading saw, and the values that stand on it. */
export type OpenTicket = {
  ticketId: string;
  pages: readonly PageSize[];
  words: readonly Word[];
  values: readonly Pick<TicketValue, 'field' | 'row' | 'normalized' | 'source'>[];
};

/** What a ticket says now in a field, and what it would say; null stands for blank. */
export type Change = { field: string; from: string | null; to: string | null };
export type ChangedTicket = { ticketId: string; changes: Change[] };

/**
 * Which open tickets would be read otherwise with a form as it is after a correction than with what it was before (null: not known),
 * and how. What a member set never changes.
 */
export function wouldChange(
  before: Form | null,
  after: Form,
  tickets: readonly OpenTicket[],
  ticketType: TicketType,
  dayOrder: DayOrder,
): ChangedTicket[] {
  return tickets.flatMap((ticket) => {
    const words = ticket.words.map(asPageWord);
    const next = readSettled(after, ticket, words, ticketType, dayOrder);
    if (next.size === 0) return [];
    const last = before === null ? null : readSettled(before, ticket, words, ticketType, dayOrder);
    const changes = [...next].flatMap(([field, to]): Change[] => {
      if (last?.has(field) === true && isSame(last.get(field) ?? null, to)) return [];
      const now = ticket.values.find((value) => value.field === field && value.row === 0);
      const from = now?.normalized ?? null;
      return now?.source === 'member' || isSame(from, to) ? [] : [{ field, from, to }];
    });
    return changes.length === 0 ? [] : [{ ticketId: ticket.ticketId, changes }];
  });
}

/** What a form settles on a ticket: a value, or null for a place that is empty. Empty where no page is of the form. */
function readSettled(
  form: Form,
  { pages }: OpenTicket,
  words: readonly PageWord[],
  ticketType: TicketType,
  dayOrder: DayOrder,
): Map<string, string | null> {
  const settled = new Map<string, string | null>();
  for (const [page, size] of pages.entries()) {
    const match = matchForm(form, placeSeenWords(words, page), size);
    if (match === null || !isConvincing(match)) continue;
    const evidence = readFromForm(match, ticketType, dayOrder);
    for (const field of evidence.blank) settled.set(field, null);
    for (const { field, normalized } of evidence.candidates) {
      if (evidence.settled.has(field)) settled.set(field, normalized);
    }
  }
  return settled;
}

function isSame(a: string | null, b: string | null): boolean {
  return a?.toUpperCase() === b?.toUpperCase();
}

/** A stored word on its own image; where it lay on the flattened page is not kept. */
function asPageWord({ text, confidence, box, line }: Word): PageWord {
  const area = { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
  const quad = quadOfArea(area);
  return { ...area, text, confidence, characters: [], line, page: box.page, quad, box };
}
