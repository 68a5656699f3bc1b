import { expect, test } from '@jest/globals';
import { ProblemError } from '../problems/problem-error.ts';
import { checkPassword } from './check-password.ts';

function refusal(password: string, own: readonly string[] = []): string | null {
  try {
    checkPassword(password, own);
    return null;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.code).toBe('weak_password');
    return error.detail ?? '';
  }
}

test.each(['short', 'ninechars', 'x'.repeat(201)])('a password of the wrong length is refused: %s', (password) => {
  expect(refusal(password)).toMatch(/characters or (more|fewer)/);
});

test.each([
  'qwertyuiop',
  'QWERTYUIOP',
  'ｑｗｅｒｔｙｕｉｏｐ',
  '1234567890',
  'password123',
  'Football2026!',
  '!!dragon1999',
  'aaaaaaaaaaaa',
  '121212121212',
])('a password that attackers try first is refused: %s', (password) => {
  expect(refusal(password)).toMatch(/attackers try first/);
});

test.each([
  'Olivia Ortega',
  'oliviaortega',
  'olivia.ortega@demo.example',
  'Olivia.Ortega',
  'MesaVerdeHauling',
  'mesa verde hauling',
  'carlos.mvh42',
])("a person's own name, address or company is no password: %s", (password) => {
  const own = ['Olivia Ortega', 'olivia.ortega@demo.example', 'Mesa Verde Hauling', 'carlos.mvh42'];
  expect(refusal(password, own)).toMatch(/your own name/);
});

test.each([
  'correct horse battery',
  'mud truck violet',
  'Zw7#kd02-Lq',
  'Mesa Verde Hauling is my company',
  'ñandú azul río',
])('a good one passes: %s', (password) => {
  expect(refusal(password, ['Olivia Ortega', 'Mesa Verde Hauling'])).toBeNull();
});
