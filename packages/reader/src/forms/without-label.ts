import type { PageWord } from '../text/page-word.ts';
import { foldText } from './fold-text.ts';
import { type Area, isOneLine } from './frame-area.ts';
import type { FormMatch } from './match-form.ts';

/** How far left of its value a label may begin, in the form's frame. */
const farthestLabel = 260;
/** One letter before a value is more likely part of it. */
const shortestLabel = 2;

/**
 * Texts, folded, that may be glued to the front of a value in a place: the form's words before it on its line that were not found by
 * themselves, from each of them on.
 */
export function gluedLabels({ missing }: FormMatch, place: Area): string[] {
  const before = missing
    .filter(({ x, y, width, height }) => {
      const area = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      return isOneLine(area, place) && x < place.left && place.left - area.left < farthestLabel;
    })
    .sort((a, b) => a.x - b.x)
    .map(({ text }) => foldText(text));
  return before.map((_, i) => before.slice(i).join('')).filter(({ length }) => length >= shortestLabel);
}

/** A word without the label that was read as part of it (`NO.TM-25372`); itself where there is none. */
export function withoutLabel(word: PageWord, labels: readonly string[]): PageWord {
  const folded = foldText(word.text);
  const label = labels.find((text) => folded.length > text.length && folded.startsWith(text));
  if (label === undefined) return word;
  let left = label.length;
  const signs = [...word.text];
  const from = signs.findIndex((sign) => {
    const isCounted = foldText(sign) !== '';
    if (left === 0 && isCounted) return true;
    if (isCounted) left--;
    return false;
  });
  return from < 0 ? word : { ...word, text: signs.slice(from).join('') };
}
