import type { EngineWord } from './text-engine.ts';

const leastWords = 3;
const leastConfidence = 0.6;

/** Whether something was read on a page: a few words in earnest, and not specks taken for letters. */
export function holdsText(words: readonly Pick<EngineWord, 'text' | 'confidence'>[]): boolean {
  const read = words.filter(({ text, confidence }) => {
    const signs = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    return signs >= 3 && confidence >= leastConfidence;
  });
  return read.length >= leastWords;
}
