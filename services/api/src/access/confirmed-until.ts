import { confirmedForMinutes } from '@ticket-pros/contracts/sign-in';

/** Until when a proof of who it is opens sensitive actions. */
export function confirmedUntil(confirmedAt: Date): Date {
  return new Date(confirmedAt.getTime() + confirmedForMinutes * 60_000);
}
