import { relative } from 'node:path';
import { rootFolder } from '../../root-folder.ts';
import type { TestMessage, TestOutcome } from './test-message.ts';

type TestFile = { path: string };
type FileResult = {
  testResults: { fullName: string; status: string; failureMessages: string[] }[];
  failureMessage?: string | null;
  testExecError?: unknown;
};

/**
 * A reporter for jest that sends every result to the process that started it as soon as it is there. Jest's own JSON
 * report comes at the end only, so that a run which hangs would leave nothing behind.
 */
export default class SendResultsReporter {
  constructor() {
    if (process.send === undefined) throw new Error('This reporter needs a parent process that listens.');
    // Whoever is gone no longer wants results: not even after its kill -9 do tests go on.
    const group = process.platform === 'win32' ? process.pid : -process.pid;
    process.once('disconnect', () => process.kill(group, 'SIGTERM'));
    process.channel?.unref();
  }

  onRunStart({ numTotalTestSuites }: { numTotalTestSuites: number }): void {
    send({ kind: 'run-started', files: numTotalTestSuites });
  }

  onTestFileStart(test: TestFile): void {
    send({ kind: 'file-started', file: relative(rootFolder, test.path) });
  }

  onTestFileResult(test: TestFile, result: FileResult): void {
    send({ kind: 'file-ended', file: relative(rootFolder, test.path), outcomes: readOutcomes(result) });
  }

  onRunComplete(): Promise<void> {
    return new Promise((resolve) => {
      process.send?.({ kind: 'run-ended' } satisfies TestMessage, () => resolve());
    });
  }
}

function send(message: TestMessage): void {
  process.send?.(message);
}

function readOutcomes({ testResults, failureMessage, testExecError }: FileResult): TestOutcome[] {
  const outcomes = testResults.map(
    ({ fullName, status, failureMessages }): TestOutcome => ({
      title: status === 'todo' ? `${fullName} (still to be written)` : fullName,
      status: status === 'passed' || status === 'failed' ? status : 'skipped',
      failure: failureMessages.join('\n'),
    }),
  );
  if (testExecError === undefined || testExecError === null) return outcomes;
  return [
    ...outcomes,
    { title: 'the file itself', status: 'failed', failure: failureMessage ?? String(testExecError) },
  ];
}
