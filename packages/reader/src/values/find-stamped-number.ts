import type { TicketType } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { Segment } from '../text/build-segments.ts';
import type { Candidate } from './find-candidates.ts';

/** The number stands within this share of the text's height from its top. */
const headShare = 0.4;
/** `№` or `No.`, of which engines see little more than the N, and the number right behind it. */
const stamped = /^(?:N[o0OcCeº°*.]{0,2}[.:]? ?(?=\d)|N?[oO0]?\.[:]? ?)((?:[A-Z]{1,3}-)?\d{4,9})$/;
const score = 0.66;

/** The number of a ticket that is stamped at its top with nothing but `№` before it. */
export function findStampedNumber(segments: readonly Segment[], ticketType: TicketType): Candidate[] {
  const field = 'ticket_number';
  if (!ticketType.fields.some(({ name }) => name === field)) return [];
  const onFirst = segments.filter((segment) => segment.page === 0);
  const top = Math.min(...onFirst.map((segment) => segment.top));
  const bottom = Math.max(...onFirst.map((segment) => segment.bottom));
  return onFirst.flatMap((segment) => {
    const { words } = segment;
    const printedText = stamped.exec(words.map((word) => word.text).join(' '))?.[1];
    const normalized = printedText === undefined ? null : normalizeFieldValue('code', printedText);
    if (printedText === undefined || normalized === null || segment.top > top + headShare * (bottom - top)) return [];
    return [{ field, label: null, relation: 'unlabelled', words, printedText, normalized, fit: 1, score }];
  });
}
