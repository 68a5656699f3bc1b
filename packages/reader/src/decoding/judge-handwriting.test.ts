import { expect, test } from '@jest/globals';
import { madeUpWords } from '../testing/made-up-words.ts';
import type { PageWord } from '../text/page-word.ts';
import { judgeHandwriting } from './judge-handwriting.ts';

/** Words of which every sign was read with one confidence, so many times as high as type is. */
function words(text: string, confidence: number, height = 1): PageWord[] {
  return madeUpWords([0, 0, text, confidence]).map((word) => ({
    ...word,
    bottom: word.top + 20 * height,
    characters: [...word.text].map((sign) => ({ text: sign, confidence, alternatives: [] })),
  }));
}

test('what is larger than the print of its page and read with doubt is handwriting', () => {
  const isHandwritten = judgeHandwriting([...words('LEASE AND WELL NO', 0.99), ...words('Wolf Den', 0.9, 1.6)]);
  expect(isHandwritten(words('Wolf Den', 0.9, 1.6))).toBe(true);
  expect(isHandwritten(words('LEASE', 0.99))).toBe(false);
});

test('a large head that is read well is print, and so is small type that is read badly', () => {
  const isHandwritten = judgeHandwriting(words('LEASE AND WELL NO', 0.99));
  expect(isHandwritten(words('RED BLUFF', 0.999, 3))).toBe(false);
  expect(isHandwritten(words('TERMS', 0.8))).toBe(false);
});
