import { expect, test } from '@jest/globals';
import { changeFilter, exportAddress, readListSearch } from './list-search.ts';

test('an address keeps what the API understands and drops the rest', () => {
  const address = { state: 'failed,rejected', search: 4419, receivedFrom: 'soon', sort: 'oldest', page: 3 };
  expect(readListSearch(address)).toEqual({ state: 'failed,rejected', search: '4419', sort: 'oldest' });
  expect(readListSearch({ state: 'lost', memberId: 'me', sort: 'newest' })).toEqual({});
});

test('filters change without losing the order, and an empty one goes', () => {
  const search = { state: 'failed', search: 'mesa', sort: 'oldest' } as const;
  expect(changeFilter(search, { state: '', receivedFrom: '2025-05-01' })).toEqual({
    search: 'mesa',
    receivedFrom: '2025-05-01',
    sort: 'oldest',
  });
});

test('an export asks for the same tickets as the list', () => {
  expect(exportAddress({ state: 'failed,rejected', search: 'a & b', sort: 'oldest' }, 'csv')).toBe(
    '/v1/exports/tickets.csv?state=failed%2Crejected&search=a+%26+b',
  );
  expect(exportAddress({}, 'json')).toBe('/v1/exports/tickets.json');
});
