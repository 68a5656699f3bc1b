import { expect, test } from '@jest/globals';
import { findVagueNames } from './find-vague-names.ts';

test('folders and files that say nothing are found, words that say something are not', () => {
  const vague = ['a/utils/format-date.ts', 'a/date-helpers.ts', 'a/src/index.ts', 'a/shared/b.css', 'a/misc.test.ts'];
  const good = ['a/format-date.ts', 'a/shared-postgres.ts', 'a/utility-bill.ts'];
  expect(findVagueNames([...vague, ...good])).toEqual([...vague].sort());
});
