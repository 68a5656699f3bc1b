import type { TicketType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { Segment } from '../text/build-segments.ts';
import type { PageWord } from '../text/page-word.ts';
import type { Candidate } from './find-candidates.ts';
import { readTyped } from './read-typed.ts';

/** Below this a candidate is not taken. */
const leastScore = 0.4;
const score = 0.55;
const dateSigns = /\d[/.-]\d{1,2}[/.-]\d|\d[ -]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** The date of a ticket on which no label leads to one: the only date on its first page. */
export function findLoneDate(
  candidates: readonly Candidate[],
  phrases: readonly Segment[],
  ticketType: TicketType,
  dayOrder: DayOrder,
): Candidate[] {
  const field = 'date';
  if (!ticketType.fields.some(({ name }) => name === field)) return [];
  if (candidates.some((candidate) => candidate.field === field && candidate.score >= leastScore)) return [];
  const found = phrases.flatMap(({ words, page }) => {
    const typed = page === 0 && dateSigns.test(textOf(words)) ? readTyped(field, words, dayOrder) : null;
    return typed === null ? [] : [typed];
  });
  const [first] = found;
  if (first === undefined || found.some(({ normalized }) => normalized !== first.normalized)) return [];
  return [{ ...first, field, label: null, relation: 'unlabelled', score: score * first.fit }];
}

function textOf(words: readonly PageWord[]): string {
  return words.map(({ text }) => text).join(' ');
}
