import type { TicketType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { type Segment, sharedHeight } from '../text/build-segments.ts';
import type { Candidate } from './find-candidates.ts';
import type { Label } from './find-labels.ts';
import type { HeadLine } from './find-table-heads.ts';
import { readTyped } from './read-typed.ts';

const score = 0.85;

/**
 * Totals that stand left of their label because they stand in their column: `10 … TOTAL PIECES … 24,500 LBS` below a table whose
 * first column counts pieces.
 */
export function findColumnTotals(
  phrases: readonly Segment[],
  labels: readonly Label[],
  heads: readonly HeadLine[],
  ticketType: TicketType,
  dayOrder: DayOrder,
): Candidate[] {
  const totals = labels.filter(({ wording }) => wording.startsWith('TOTAL'));
  return totals.flatMap((label) =>
    label.meanings.flatMap(({ field, certainty }) => {
      const type = ticketType.fields.find(({ name }) => name === field)?.type;
      const columns = heads
        .filter(({ page, area }) => page === label.page && area.bottom < label.top)
        .flatMap((line) => line.heads.filter(({ options }) => options.has(field)));
      if (type === undefined || type === 'text') return [];
      return phrases.flatMap((phrase) => {
        const isLevel = phrase.page === label.page && sharedHeight(phrase, label) > 0.4 && phrase.right < label.left;
        const isInColumn = columns.some(({ left, right }) => phrase.left < right && phrase.right > left);
        const typed = isLevel && isInColumn ? readTyped(type, phrase.words, dayOrder) : null;
        return typed === null
          ? []
          : [{ ...typed, field, label, relation: 'column' as const, score: score * certainty * typed.fit }];
      });
    }),
  );
}
