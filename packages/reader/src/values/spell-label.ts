import type { TicketType } from '@ticket-pros/contracts/field';
import { joinChances } from '../decoding/join-chances.ts';
import { readGreedily } from '../decoding/read-greedily.ts';
import { scoreSpelling, spell } from '../decoding/score-spelling.ts';
import { findSimilar } from '../lists/find-similar.ts';
import { foldedLength, indexNames, type NameIndex } from '../lists/index-names.ts';
import type { Segment } from '../text/build-segments.ts';
import type { PageWord } from '../text/page-word.ts';
import { canonicalLabel, shortenLabel } from './label-wording.ts';

/** Words that the recognizer may have meant as a label: the label as it is listed, and how surely, 0 to 1. */
export type SpelledLabel = { words: readonly PageWord[]; text: string; certainty: number };

const mostWords = 5;
/** Shorter labels come out of any smudge. */
const fewestLetters = 4;
const longLabel = 7;
/** By how much less likely than what was read a label may be, as a logarithm: a letter of a long one, of a short one, and all in all. */
const mostPerLetter = { long: 1.2, short: 0.8 };
const mostInAll = 10;
/** How much certainty such a loss takes. */
const lossToCertainty = 0.35;
const mostCertain = 0.95;

type LabelIndex = { index: NameIndex; listed: ReadonlySet<string> };
const indexes = new WeakMap<TicketType, LabelIndex>();

/**
 * The label that a blurred phrase is, by the recognizer's own chances: `HOCENO` is `INVOICE NO` where it thought of these letters, too.
 * A phrase that it is sure of is never another one. Null where none is likely enough.
 */
export function spellLabel({ words }: Segment, ticketType: TicketType, labels: readonly string[]): SpelledLabel | null {
  const index = indexOf(ticketType, labels);
  let best: (SpelledLabel & { letters: number }) | null = null;
  for (const span of spansOf(words)) {
    const found = spellWords(span, index);
    if (found !== null && found.certainty * found.letters > (best?.certainty ?? 0) * (best?.letters ?? 0)) best = found;
  }
  return best === null ? null : { words: best.words, text: best.text, certainty: best.certainty };
}

/** The whole of a phrase, and what stands in it before a number. */
function spansOf(words: readonly PageWord[]): (readonly PageWord[])[] {
  const number = words.findIndex(({ text }, at) => at > 0 && /\d/.test(text));
  const spans = number > 0 ? [words, words.slice(0, number)] : [words];
  return spans.filter(({ length }) => length <= mostWords);
}

function spellWords(
  words: readonly PageWord[],
  { index, listed }: LabelIndex,
): (SpelledLabel & { letters: number }) | null {
  const steps = joinChances(words);
  if (steps === null) return null;
  const read = readGreedily(steps);
  const letters = foldedLength(read);
  // what is a label as it was read has been judged by where it stands
  if (listed.has(canonicalLabel(read))) return null;
  const free = scoreSpelling(steps, spell(read, steps.signs));
  let best: (SpelledLabel & { letters: number }) | null = null;
  for (const { entry, text, length } of findSimilar(index, steps)) {
    if (length < fewestLetters || Math.abs(length - letters) > Math.max(1, length / 3)) continue;
    const loss = Math.max(0, free - scoreSpelling(steps, spell(text, steps.signs)));
    const perLetter = loss / length;
    if (loss > mostInAll || perLetter > (length >= longLabel ? mostPerLetter.long : mostPerLetter.short)) continue;
    const certainty = mostCertain * Math.exp(-lossToCertainty * perLetter);
    if (best === null || certainty > best.certainty) best = { words, text: entry, certainty, letters: length };
  }
  return best;
}

function indexOf(ticketType: TicketType, labels: readonly string[]): LabelIndex {
  const known = indexes.get(ticketType);
  if (known !== undefined) return known;
  // a sign for a number is too easily taken for left out
  const texts = [...new Set(labels.map((label) => label.replaceAll('#', 'no')))];
  const index = indexNames(texts, false, (label) =>
    [label, ...shortenLabel(label)].map((text) => ({ text, share: 1 })),
  );
  const made = { index, listed: new Set(labels.map(canonicalLabel)) };
  indexes.set(ticketType, made);
  return made;
}
