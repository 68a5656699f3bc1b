import { expect, test } from '@jest/globals';
import { joinSchema } from '@ticket-pros/contracts/invitation';
import { nextSignInName, proposeSignInName, signInNamePattern } from './propose-sign-in-name.ts';

test('a name becomes a sign-in name that can be typed on every keyboard', () => {
  expect(proposeSignInName('María José Ñúñez')).toBe('maria-jose-nunez');
  expect(proposeSignInName("  Pat O'Brien ")).toBe('pat-o-brien');
  expect(proposeSignInName('Bartholomew Featherstonehaugh the Third')).toBe('bartholomew-featherstonehaug');
  expect(proposeSignInName('李')).toBe('');
});

test('where a sign-in name is taken, the next one has a number', () => {
  expect(nextSignInName('carlos')).toBe('carlos-2');
  expect(nextSignInName('carlos-2')).toBe('carlos-3');
  expect(nextSignInName('carlos-mendez')).toBe('carlos-mendez-2');
});

test('what the page takes for a sign-in name, the API takes too', () => {
  const join = (signInName: string) =>
    joinSchema.safeParse({
      token: 'x'.repeat(30),
      as: 'name',
      name: 'Carlos',
      signInName,
      password: 'gravel lantern mule',
    });
  for (const name of [
    'ca',
    'carlos-mendez',
    '4x4',
    'c'.repeat(31),
    '-carlos',
    'c',
    'c'.repeat(32),
    'carlos.m',
    'ñandu',
  ]) {
    expect([name, signInNamePattern.test(name)]).toEqual([name, join(name).success]);
  }
});
