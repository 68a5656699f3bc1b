import type { PageWord } from '../text/page-word.ts';

/** Words as sure as the entry of a list that they are: what the recognizer thought of each sign has been weighed in it. */
export function asListed(words: readonly PageWord[], chance: number): PageWord[] {
  return words.map((word) => ({ ...word, confidence: chance, characters: [] }));
}
