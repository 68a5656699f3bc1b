import { expect, test } from '@jest/globals';
import { chooseLanguage } from './choose-language.ts';

const carlos = { id: 'carlos', language: 'es' } as const;
const undecided = { id: 'carlos', language: null };

test('a member keeps its language on every device', () => {
  const device = { language: 'en', unsavedFor: null } as const;
  expect(chooseLanguage({ member: carlos, device, browser: ['en-US'] })).toBe('es');
});

test('without one the last choice on the device counts, then the browser, then the account, then English', () => {
  const device = { language: 'es', unsavedFor: null } as const;
  expect(chooseLanguage({ member: undecided, device, browser: ['en-US'] })).toBe('es');
  expect(chooseLanguage({ device: null, browser: ['fr', 'es-MX', 'en'] })).toBe('es');
  expect(chooseLanguage({ member: undecided, device: null, browser: ['fr'], account: 'es' })).toBe('es');
  expect(chooseLanguage({ device: null, browser: ['fr', 'toString'] })).toBe('en');
});

test('a choice made without a connection holds for the member who made it, and for nobody else', () => {
  const device = { language: 'en', unsavedFor: 'carlos' } as const;
  expect(chooseLanguage({ member: carlos, device, browser: [] })).toBe('en');
  expect(chooseLanguage({ member: { id: 'rosa', language: 'es' }, device, browser: [] })).toBe('es');
});
