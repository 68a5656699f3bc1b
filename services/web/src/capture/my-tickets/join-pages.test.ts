import { expect, test } from '@jest/globals';
import { joinPages } from './join-pages.ts';

const page = (ids: string, nextCursor: string | null) => ({
  tickets: Array.from(ids, (id) => ({ id, receivedAt: '' })),
  nextCursor,
});
const idsOf = (pages: { tickets: readonly { id: string }[] }) => pages.tickets.map(({ id }) => id).join('');

test('older tickets stay below a first page that was loaded again', () => {
  const joined = joinPages(page('xab', 'after-b'), page('abcdef', 'after-f'));
  expect([idsOf(joined), joined.nextCursor]).toEqual(['xabcdef', 'after-f']);
});

test('where the pages no longer meet, or there is nothing older, the first page stands alone', () => {
  expect(idsOf(joinPages(page('xyz', 'after-z'), page('abc', null)))).toBe('xyz');
  expect(idsOf(joinPages(page('ab', null), page('abc', null)))).toBe('ab');
  expect(joinPages(page('xab', 'after-b'), page('ab', null))).toEqual(page('xab', 'after-b'));
});
