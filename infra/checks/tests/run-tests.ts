import { runProcess } from '../process/run-process.ts';
import { findRunProblems } from './find-run-problems.ts';
import { type JestChoice, jestArguments } from './jest-arguments.ts';
import type { FileOutcomes, SeenSoFar } from './seen-so-far.ts';
import { type TestMessage, testMessageSchema } from './test-message.ts';

export type TestRun = {
  files: FileOutcomes[];
  /** What went wrong beside single tests, in sentences. */
  problems: string[];
  seconds: number;
};

export type TestRunOptions = JestChoice & {
  /** Fires when it has taken too long, including what the tests start and stop. */
  limit: AbortSignal;
  /** Time for jest to end, once every result is there. */
  graceMs: number;
  /** Fires when nobody wants the results any more. */
  stop: AbortSignal;
  onProgress: (seen: SeenSoFar) => void;
  onOutput: (text: string) => void;
};

/** Runs jest, never for ever. What was seen until it was ended counts. */
export async function runTests(options: TestRunOptions): Promise<TestRun> {
  const started = performance.now();
  const seen: SeenSoFar = { files: [], running: new Set(), total: 0, complete: false };
  const grace = new AbortController();
  let graceTimer: NodeJS.Timeout | undefined;
  const ended = await runProcess({
    args: jestArguments(options),
    signal: AbortSignal.any([options.stop, options.limit, grace.signal]),
    onMessage(message) {
      takeMessage(seen, testMessageSchema.parse(message));
      if (seen.complete) graceTimer ??= setTimeout(() => grace.abort(), options.graceMs);
      options.onProgress(seen);
    },
    onOutput: options.onOutput,
  });
  clearTimeout(graceTimer);
  const seconds = (performance.now() - started) / 1000;
  const cut = options.limit.aborted ? 'limit' : grace.signal.aborted ? 'grace' : null;
  return { files: seen.files, problems: findRunProblems({ seen, ended, cut, seconds, ...options }), seconds };
}

function takeMessage(seen: SeenSoFar, message: TestMessage): void {
  if (message.kind === 'run-started') seen.total = message.files;
  if (message.kind === 'file-started') seen.running.add(message.file);
  if (message.kind === 'file-ended') {
    seen.running.delete(message.file);
    seen.files.push({ file: message.file, outcomes: message.outcomes });
  }
  if (message.kind === 'run-ended') seen.complete = true;
}
