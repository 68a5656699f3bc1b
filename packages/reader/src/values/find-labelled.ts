import type { TicketType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { Segment } from '../text/build-segments.ts';
import { assignValues } from './assign-values.ts';
import { type Candidate, findCandidates } from './find-candidates.ts';
import type { Label } from './find-labels.ts';

/** How much better the values have to fit that stand above their labels for a form to be taken for one of that kind. */
const leastGain = 1.06;

/**
 * The candidates beside labels. On most forms values stand right of or below their labels; on some every label stands small under
 * the line that it names. Which kind this form is shows where dates are dates and numbers numbers for most labels.
 */
export function findLabelled(
  segments: readonly Segment[],
  labels: readonly Label[],
  ticketType: TicketType,
  dayOrder: DayOrder,
): Candidate[] {
  const beside = findCandidates(segments, labels, ticketType, dayOrder, 'beside');
  const above = findCandidates(segments, labels, ticketType, dayOrder, 'above');
  return worthOf(above) > leastGain * worthOf(beside) ? above : beside;
}

function worthOf(candidates: readonly Candidate[]): number {
  return assignValues(candidates).reduce((sum, { score }) => sum + score, 0);
}
