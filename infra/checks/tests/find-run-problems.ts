import type { EndedProcess } from '../process/run-process.ts';
import type { SeenSoFar } from './seen-so-far.ts';

type Run = {
  seen: SeenSoFar;
  ended: EndedProcess;
  /** Why it was ended by us, if it was. */
  cut: 'limit' | 'grace' | null;
  seconds: number;
  graceMs: number;
  patterns: readonly string[];
};

/** What is wrong with a run as a whole, in sentences: a failed test is none of it. */
export function findRunProblems({ seen, ended, cut, seconds, graceMs, patterns }: Run): string[] {
  if (cut === 'limit') return [describeLimit(seen, seconds)];
  if (cut === 'grace') {
    return [
      `All tests were done, but jest did not end within ${graceMs / 1000} seconds: something that a test started is ` +
        'still open. `jest --detectOpenHandles` may name it.',
    ];
  }
  const { code, output } = ended;
  const outcomes = seen.files.flatMap((file) => file.outcomes);
  if (!seen.complete && code !== 0) return [`Jest ended by itself (exit code ${code}).\n${output}`];
  const failed = outcomes.some(({ status }) => status === 'failed');
  if (code !== 0 && !failed) return [`Jest failed though no test did (exit code ${code}).\n${output}`];
  if (outcomes.some(({ status }) => status !== 'skipped')) return [];
  if (outcomes.length > 0) return ['No test ran: all were skipped.'];
  return [
    patterns.length === 0 ? 'No test ran.' : `No test ran: no test file's path matches ${patterns.join(' or ')}.`,
  ];
}

function describeLimit({ total, files, running }: SeenSoFar, seconds: number): string {
  const notStarted = total - files.length - running.size;
  return [
    `The tests took too long and were ended after ${Math.round(seconds)} seconds.`,
    ...(running.size === 0 ? [] : [`Not finished: ${[...running].sort().join(', ')}.`]),
    ...(notStarted > 0 ? [`Not started: ${notStarted} more files.`] : []),
  ].join(' ');
}
