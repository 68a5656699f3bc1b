import type { TicketType } from '@ticket-pros/contracts/field';
import type { ReadValue } from '@ticket-pros/contracts/value';
import { checkRules } from '../rules/check-rules.ts';
import { mayApproveItself } from './may-approve-itself.ts';
import { thresholdFor } from './threshold-for.ts';

/**
 * Whether the reader is sure enough of a ticket that nobody has to look at it: it has a number, a date and a few values more, each of
 * them is as sure as the error target (0.01 is one wrong value in a hundred) asks for, and no rule speaks against them.
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
  if (!mayApproveItself(values.map(({ field }) => field))) return false;
  if (!values.every(({ confidence }) => confidence >= threshold)) return false;
  const plain = values.filter(({ row }) => row === 0).map(({ field, normalized }) => [field, normalized] as const);
  return checkRules(new Map(plain)).every(({ holds }) => holds);
}
