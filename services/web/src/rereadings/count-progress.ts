import type { Rereading } from '@ticket-pros/contracts/rereading';

/** How far a rereading is: the share that is done in whole percent, 100 only when nothing is left, and how many wait. */
export function countProgress({ tickets, read, leftOut }: Pick<Rereading, 'tickets' | 'read' | 'leftOut'>): {
  percent: number;
  left: number;
} {
  const done = Math.min(tickets, read + leftOut);
  return { percent: tickets === 0 ? 100 : Math.floor((done / tickets) * 100), left: tickets - done };
}
