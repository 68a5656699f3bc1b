import type { CheckResult } from '../static/run-static-checks.ts';
import type { TestRun } from '../tests/run-tests.ts';
import { shortenFailure } from './shorten-failure.ts';

export type Summary = { lines: string[]; failed: number };

/** What failed and what was skipped, by name, and the counts as the last line. */
export function summarize(checks: readonly CheckResult[], tests: TestRun): Summary {
  const all = tests.files.flatMap(({ file, outcomes }) => outcomes.map((outcome) => ({ file, ...outcome })));
  all.sort((one, other) => one.file.localeCompare(other.file));
  const failedTests = all.filter(({ status }) => status === 'failed');
  const skipped = all.filter(({ status }) => status === 'skipped');
  const failedChecks = checks.filter(({ passed }) => !passed);
  const failed = failedChecks.length + failedTests.length + tests.problems.length;
  const passed = checks.length - failedChecks.length + all.length - failedTests.length - skipped.length;
  const failures = [
    ...failedChecks.map(({ name }) => `  ${name}: see above`),
    ...tests.problems.map((problem) => indent(problem, '  ')),
    ...describeFailures(failedTests),
  ];
  const counts = `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
  return {
    failed,
    lines: [
      ...section('Failed:', failures),
      ...section(
        'Skipped:',
        skipped.map(({ file, title }) => `  ${file} › ${title}`),
      ),
      '',
      counts,
    ],
  };
}

/** One reason is often behind many failures, such as a server that did not start: it is written once. */
function describeFailures(tests: readonly { file: string; title: string; failure: string }[]): string[] {
  let last = '';
  return tests.map(({ file, title, failure }) => {
    const reason = shortenFailure(failure);
    const shown = reason === last ? '(the same)' : reason;
    last = reason;
    return `  ${file} › ${title}\n${indent(shown, '      ')}`;
  });
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function indent(text: string, by: string): string {
  return text.replace(/^/gm, by);
}
