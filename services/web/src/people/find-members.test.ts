import { expect, test } from '@jest/globals';
import { findMembers } from './find-members.ts';
import { readPeopleSearch } from './people-search.ts';
import { drawMembers } from './test/draw-members.ts';

const members = drawMembers({
  'José Peña': { email: 'jp@north.example' },
  'Rosa Delgado': { role: 'office', visibility: 'account' },
  'Carlos Ruiz': { signInName: 'carlos.mvh482' },
  'Gone Miller': { isActive: false },
});
const found = (search: Parameters<typeof findMembers>[1]) => findMembers(members, search).map(({ name }) => name);

test.each([
  ['jose pena', ['José Peña']],
  ['DELGADO rosa', ['Rosa Delgado']],
  ['north.example', ['José Peña']],
  ['carlos.mvh', ['Carlos Ruiz']],
  ['nobody', []],
  // Who is looked for by name is found, deactivated or not.
  ['gone', ['Gone Miller']],
])('"%s" finds %p', (search, names) => {
  expect(found({ search })).toEqual(names);
});

test('a filter shows one role, or those who were deactivated', () => {
  expect(found({})).toEqual(['José Peña', 'Rosa Delgado', 'Carlos Ruiz']);
  expect(found({ show: 'office' })).toEqual(['Rosa Delgado']);
  expect(found({ show: 'deactivated' })).toEqual(['Gone Miller']);
  expect(found({ show: 'crew', search: 'gone' })).toEqual([]);
});

test('an address says what it can, and the rest is left out', () => {
  expect(readPeopleSearch({ search: 77, show: 'office' })).toEqual({ search: '77', show: 'office' });
  expect(readPeopleSearch({ search: ' ', show: 'everybody', more: 1 })).toEqual({});
  expect(readPeopleSearch({ show: 'deactivated' })).toEqual({ show: 'deactivated' });
});
