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
    ...failedTests.map(
      ({ file, title, failure }) => `  ${file} › ${title}\n${indent(shortenFailure(failure), '      ')}`,
    ),
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

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function indent(text: string, by: string): string {
  return text.replace(/^/gm, by);
}
