import type { TicketType } from '@ticket-pros/contracts/field';
import type { ReadValue } from '@ticket-pros/contracts/value';
import { thresholdFor } from './threshold-for.ts';

const fewestValues = 4;

/**
 * Whether the reader is sure enough of a ticket that nobody has to look at it: it has a number or a date and a few values more, and each of
 * them is as sure as the error target asks for.
 */
export function approvesItself({
  values,
  errorTarget,
}: {
  values: readonly ReadValue[];
  ticketType: TicketType;
  errorTarget: number;
}): boolean {
  const threshold = thresholdFor(errorTarget);
  const named = values.some(({ field }) => field === 'ticket_number' || field === 'date');
  return named && values.length >= fewestValues && values.every(({ confidence }) => confidence >= threshold);
}
