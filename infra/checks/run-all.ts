/**
 * `npm test`: everything that has to hold, and one summary, whose last line counts. With patterns of test files
 * (`npm test -- review`) those tests alone. --verbose shows what passed, too.
 */

import { openScreen } from '../terminal/open-screen.ts';
import { parseArguments } from './parse-arguments.ts';
import { summarize } from './report/summarize.ts';
import { type CheckResult, runStaticChecks } from './static/run-static-checks.ts';
import { runTests } from './tests/run-tests.ts';
import type { FileOutcomes, SeenSoFar } from './tests/seen-so-far.ts';

const screen = openScreen(process.stdout, process.env);
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
// The process that started this one is gone, even if it was killed.
process.on('disconnect', () => stopping.abort());
process.channel?.unref();

try {
  const { verbose, patterns } = parseArguments(process.argv.slice(2));
  process.exitCode = await runAll(verbose, patterns);
} catch (error) {
  screen.line(String(error instanceof Error ? error.message : error));
  process.exitCode = 1;
}

async function runAll(verbose: boolean, patterns: readonly string[]): Promise<number> {
  const onResult = (result: CheckResult) => showCheck(result, verbose);
  const checks = patterns.length > 0 ? [] : await runStaticChecks(stopping.signal, onResult);
  if (stopping.signal.aborted) return tellStopped();
  const tests = await runTests({
    configFile: 'jest.config.mjs',
    patterns,
    verbose,
    // About twelve minutes on two cores; a machine that is slower, or busy, gets some more.
    limit: AbortSignal.timeout(1_500_000),
    graceMs: 30_000,
    stop: stopping.signal,
    onProgress: showProgress,
    onOutput(text) {
      if (verbose) process.stdout.write(text);
    },
  });
  if (stopping.signal.aborted) return tellStopped();
  showEnd(
    `tests in ${tests.files.length} files`,
    tests.problems.length === 0 && !tests.files.some(hasFailed),
    tests.seconds,
  );
  const { lines, failed } = summarize(checks, tests);
  for (const line of lines) screen.line(line);
  return failed > 0 ? 1 : 0;
}

function showCheck({ name, passed, seconds, output }: CheckResult, verbose: boolean): void {
  showEnd(name, passed, seconds);
  if (output !== '' && (verbose || !passed)) screen.line(output.replace(/^/gm, '    '));
}

function showEnd(name: string, passed: boolean, seconds: number): void {
  const mark = passed ? screen.color('green', 'ok    ') : screen.color('red', 'FAILED');
  screen.line(`${mark}  ${name}  ${screen.color('dim', `${seconds.toFixed(1)} s`)}`);
}

function showProgress({ files, total, running }: SeenSoFar): void {
  const failed = files.filter(hasFailed).length;
  const counts = `${files.length} of ${total} test files${failed > 0 ? `, ${failed} failed` : ''}`;
  screen.progress(`        ${counts}  ${[...running].join('  ')}`);
}

function hasFailed({ outcomes }: FileOutcomes): boolean {
  return outcomes.some(({ status }) => status === 'failed');
}

function tellStopped(): number {
  screen.line('Stopped.');
  return 130;
}
