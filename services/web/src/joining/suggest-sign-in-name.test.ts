import { expect, test } from '@jest/globals';
import { addNamedMemberSchema } from '@ticket-pros/contracts/member';
import { cleanSignInName, suggestSignInName } from './suggest-sign-in-name.ts';

test.each([
  ['Carlos Ruiz', 'carlos-ruiz'],
  ['José Luis Peña Ortiz', 'jose-luis'],
  ['  Øystein  O’Neill ', 'oystein-o'],
  ['李', ''],
])('%s is offered %s', (name, signInName) => {
  expect(suggestSignInName(name)).toBe(signInName);
});

test('what is offered is what the API takes', () => {
  const taken = addNamedMemberSchema.shape.signInName;
  const long = 'Maximiliana-Alejandrina-Constantina Bartholomäus';
  for (const name of ['Carlos Ruiz', 'Bo', long]) expect(taken.safeParse(suggestSignInName(name)).success).toBe(true);
});

test('what can not stand in a sign-in name is not taken while typing', () => {
  expect(cleanSignInName('Ca rlos.Peña!')).toBe('ca-rlospena');
});
