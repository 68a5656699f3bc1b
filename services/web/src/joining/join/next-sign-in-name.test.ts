import { expect, test } from '@jest/globals';
import { joinSchema } from '@ticket-pros/contracts/invitation';
import { nextSignInName, signInNamePattern } from './next-sign-in-name.ts';

test('where a sign-in name is taken, the next one has a number', () => {
  expect(nextSignInName('carlos')).toBe('carlos-2');
  expect(nextSignInName('carlos-2')).toBe('carlos-3');
  expect(nextSignInName('carlos-mendez')).toBe('carlos-mendez-2');
  expect(signInNamePattern.test(nextSignInName('c'.repeat(31)))).toBe(true);
});

test('what the page takes for a sign-in name, the API takes too', () => {
  const others = { token: 'x'.repeat(30), as: 'name', name: 'Carlos', password: 'gravel lantern mule' };
  const names = ['ca', 'carlos-mendez', '4x4', 'c'.repeat(31), '-carlos', 'c', 'c'.repeat(32), 'carlos.m', 'ñandu'];
  for (const signInName of names) {
    const isTaken = joinSchema.safeParse({ ...others, signInName }).success;
    expect([signInName, signInNamePattern.test(signInName)]).toEqual([signInName, isTaken]);
  }
});
