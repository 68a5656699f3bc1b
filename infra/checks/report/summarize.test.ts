import { expect, test } from '@jest/globals';
import { summarize } from './summarize.ts';

const check = { name: 'lint and format', seconds: 1, output: '' };
const failure = 'Error: 2 is not 1\n    at Object.<anonymous> (b.ts:3:1)';
const outcome = { title: 'adds', failure: '' };

test('checks and tests count together, and everything that did not pass is named', () => {
  const { lines, failed } = summarize(
    [
      { ...check, passed: true },
      { ...check, name: 'names', passed: false },
    ],
    {
      seconds: 1,
      problems: ['The tests took too long.'],
      files: [
        {
          file: 'b.test.ts',
          outcomes: [
            { ...outcome, status: 'passed' },
            { title: 'subtracts', status: 'failed', failure },
            { title: 'divides', status: 'failed', failure },
          ],
        },
        { file: 'a.test.ts', outcomes: [{ ...outcome, title: 'needs a printer', status: 'skipped' }] },
      ],
    },
  );
  expect(failed).toBe(4);
  expect(lines.join('\n')).toBe(
    [
      '',
      'Failed:',
      '  names: see above',
      '  The tests took too long.',
      '  b.test.ts › subtracts',
      '      Error: 2 is not 1',
      '          at Object.<anonymous> (b.ts:3:1)',
      '  b.test.ts › divides',
      '      (the same)',
      '',
      'Skipped:',
      '  a.test.ts › needs a printer',
      '',
      '2 passed, 4 failed, 1 skipped',
    ].join('\n'),
  );
});

test('with nothing skipped, nothing is said of it', () => {
  const files = [{ file: 'a.test.ts', outcomes: [{ ...outcome, status: 'passed' as const }] }];
  expect(summarize([{ ...check, passed: true }], { seconds: 1, problems: [], files })).toEqual({
    failed: 0,
    lines: ['', '2 passed, 0 failed'],
  });
});
