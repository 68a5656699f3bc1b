import type { TestOutcome } from './test-message.ts';

export type FileOutcomes = { file: string; outcomes: TestOutcome[] };

export type SeenSoFar = {
  files: FileOutcomes[];
  /** Test files that have started and not ended. */
  running: Set<string>;
  /** How many files there are to run. */
  total: number;
  /** Every result is there; jest may still have to stop what it started. */
  complete: boolean;
};
