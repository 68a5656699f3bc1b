import { expect, test } from '@jest/globals';
import { readSight, sightChange } from './read-sight.ts';

const own = { visibility: 'branch', branchMemberId: null } as const;
const other = { visibility: 'branch', branchMemberId: 'Pete' } as const;
const account = { visibility: 'account', branchMemberId: null } as const;

test('what a member sees is read and changed without saying more than what changes', () => {
  expect([own, other, account].map(readSight)).toEqual(['own', 'other', 'account']);
  expect(sightChange(own, 'own', null)).toEqual({});
  expect(sightChange(own, 'other', 'Pete')).toEqual({ branchMemberId: 'Pete' });
  expect(sightChange(account, 'other', 'Pete')).toEqual({ visibility: 'branch', branchMemberId: 'Pete' });
  expect(sightChange(other, 'account', 'Pete')).toEqual({ visibility: 'account', branchMemberId: null });
});
