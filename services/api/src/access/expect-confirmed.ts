import { ProblemError } from '../problems/problem-error.ts';
import type { Asker } from './asker.ts';
import { confirmedUntil } from './confirmed-until.ts';

/** For what is sensitive only at times. Throws `confirm_first` unless who asks has proved lately who it is; API keys never have. */
export function expectConfirmed({ user }: Asker): void {
  if (user === null || confirmedUntil(user.confirmedAt) < new Date()) throw new ProblemError('confirm_first');
}
