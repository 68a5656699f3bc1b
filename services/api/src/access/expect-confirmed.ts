import { ProblemError } from '../problems/problem-error.ts';
import type { Asker } from './asker.ts';
import { confirmedForMs } from './find-asker.ts';

/** For what is sensitive only at times. Throws `confirm_first` unless who asks has proved lately who it is; API keys never have. */
export function expectConfirmed({ user }: Asker): void {
  if (user === null || user.confirmedAt.getTime() + confirmedForMs < Date.now())
    throw new ProblemError('confirm_first');
}
