import type { Rereading } from '@ticket-pros/contracts/rereading';

/** How much of a rereading is done, in whole percent; 100 only when nothing is left. What was left out is done as well. */
export function percentDone({ tickets, read, leftOut }: Pick<Rereading, 'tickets' | 'read' | 'leftOut'>): number {
  return tickets === 0 ? 100 : Math.floor((Math.min(tickets, read + leftOut) / tickets) * 100);
}
