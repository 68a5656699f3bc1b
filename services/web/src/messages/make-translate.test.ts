import { expect, test } from '@jest/globals';
import { makeTranslate } from './make-translate.ts';

const t = makeTranslate('en', {
  greeting: 'Hello {{name}}',
  photos_one: '{{count}} photo',
  photos_other: '{{count}} photos',
  deep: { er: { word: 'found' } },
});

test('texts are found at any depth and filled in', () => {
  expect(t('deep.er.word')).toBe('found');
  expect(t('greeting', { name: '$& Co' })).toBe('Hello $& Co');
});

test('the count chooses the plural form', () => {
  expect([0, 1, 2].map((count) => t('photos', { count }))).toEqual(['0 photos', '1 photo', '2 photos']);
});
