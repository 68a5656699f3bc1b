import type { PageWord } from '../../text/page-word.ts';

/** Words stand apart where the paper between them is this share of a letter's width. */
const leastSpace = 0.15;

/**
 * The text of words of one row with the spaces that are on the paper: the engine cuts words behind commas, points and colons, also where
 * nothing stands between.
 */
export function joinAsPrinted(words: readonly PageWord[]): string {
  return words
    .map((word, i) => {
      const before = words[i - 1];
      return before === undefined || isGlued(before, word) ? word.text : ` ${word.text}`;
    })
    .join('');
}

function isGlued(before: PageWord, word: PageWord): boolean {
  if (!/[,.:]$/.test(before.text)) return false;
  return word.left - before.right < leastSpace * Math.min(letterWidth(before), letterWidth(word));
}

function letterWidth({ left, right, text }: PageWord): number {
  return (right - left) / Math.max(1, text.length);
}
