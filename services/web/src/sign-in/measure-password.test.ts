import { expect, test } from '@jest/globals';
import { passwordLength } from '@ticket-pros/contracts/password';
import { measurePassword, shortestPassword } from './measure-password.ts';

test('a password is as strong as it is long and mixed', () => {
  expect(measurePassword('')).toBe('short');
  expect(measurePassword('gravel-12')).toBe('short');
  for (const easy of ['aaaaaaaaaaaa', '1234567890', 'abcdefghijkl', 'abababababab']) {
    expect([easy, measurePassword(easy)]).toEqual([easy, 'weak']);
  }
  expect(measurePassword('gravel-1204')).toBe('fair');
  expect(measurePassword('gravel lantern mule')).toBe('strong');
});

test('what a stranger knows of the person counts for nothing', () => {
  const own = ['Olivia Ortega', 'olivia@ortega-hauling.test', 'Mesa Verde Hauling'];
  expect(measurePassword('Olivia2026!', own)).toBe('weak');
  expect(measurePassword('oliviaortega', own)).toBe('weak');
  expect(measurePassword('gravel-1204', own)).toBe('fair');
});

test('the shortest password is the one that the API takes', () => {
  expect(shortestPassword).toBe(passwordLength.min);
});
