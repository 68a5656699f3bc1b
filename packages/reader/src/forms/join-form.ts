import type { TicketType } from '@ticket-pros/contracts/field';
import type { Candidate } from '../values/find-candidates.ts';
import type { LineItems } from '../values/read-line-items.ts';
import type { FormEvidence } from './read-from-form.ts';

/**
 * What the labels and a known form say, put together. Where the form's place was confirmed and holds a value of the type, that one stands
 * alone and its words belong to no other field; where the place is empty, the field stays blank; else both are candidates. The form's own print is no value. Units are
 * apart, since they may share a word with their number.
 */
export function joinForm(
  plain: readonly Candidate[],
  { candidates, settled, blank, print, doubtful }: FormEvidence,
  ticketType: TicketType,
): { candidates: Candidate[]; units: Candidate[] } {
  const sure = candidates.filter(({ field }) => settled.has(field));
  const claimed = new Set(sure.flatMap(({ words }) => words));
  const left = plain
    .filter(({ field }) => !settled.has(field) && !blank.has(field))
    .filter(({ words }) => !words.some((word) => claimed.has(word) || print.has(word)))
    .map((candidate) => ({ ...candidate, score: candidate.score * (doubtful.get(candidate.field) ?? 1) }));
  const units = new Set(ticketType.fields.filter(({ type }) => type === 'unit').map(({ name }) => name));
  const isSureUnit = ({ field }: Candidate): boolean => settled.has(field) && units.has(field);
  return {
    candidates: [...left, ...candidates.filter((candidate) => !isSureUnit(candidate))],
    units: candidates.filter(isSureUnit),
  };
}

/** The line items that a known form's tables say, unless the heads of columns lead to more cells: a table may have moved. */
export function joinLineItems(plain: LineItems, { cells }: FormEvidence): LineItems {
  const isFull = cells.length > 0 && cells.length >= plain.cells.length;
  return isFull ? { ...plain, cells: [...cells] } : plain;
}
