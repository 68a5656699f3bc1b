import { expect, test } from '@jest/globals';
import { collectOfficeChanges } from './collect-office-changes.ts';

const at = '2026-01-01T00:00:00Z';
const change = (field: string, before: string | null, after: string | null, byOwnMember = false) => ({
  field,
  row: 0,
  before,
  after,
  at,
  byOwnMember,
});

test('a value that the office changed twice is one line, from what it was to what it became', () => {
  const changes = collectOfficeChanges([
    change('date', '2026-01-01', '2026-01-02', true),
    change('date', '2026-01-02', '2026-01-03'),
    change('date', '2026-01-03', null),
    change('total', '5', '6'),
    change('total', '6', '5'),
  ]);
  expect(changes.map(({ field, from, to }) => [field, from, to])).toEqual([['date', '2026-01-02', null]]);
});
