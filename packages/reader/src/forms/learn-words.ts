import { type Form, type FormWord, formLimits } from '@ticket-pros/contracts/form';
import { type Area, heightOf, middleOf, round, shareWithin } from './frame-area.ts';
import type { FramedWord } from './frame-words.ts';
import { issuerField } from './issuer-field.ts';
import type { Located } from './locate-value.ts';
import { type FormMatch, printShare, wordWeight } from './match-form.ts';

/** A word seen in less than this share of the examples is what somebody wrote, not print. */
const leastPrintShare = 0.4;

/** Counts which of the form's words were there, and takes in the page's other words that are part of no value. */
export function learnWords(
  form: Form,
  match: FormMatch | null,
  words: readonly FramedWord[],
  located: readonly Located[],
): FormWord[] {
  const issuer = located.find(({ value }) => value.field === issuerField)?.located;
  const ofIssuer = new Set(issuer?.words);
  const valueAreas = located
    .filter(({ value }) => value.field !== issuerField)
    .flatMap(({ boxed, located: place }) => [boxed, place?.area ?? null])
    .flatMap((area) => (area === null ? [] : [widened(area)]));
  const found = match?.found ?? new Map();
  const missing = new Set(match?.missing);
  const known = new Map([...found].map(([word, { word: source }]) => [source, word] as const));
  const counted = form.words.map((word): FormWord => {
    const there = found.get(word);
    if (there === undefined) return missing.has(word) ? { ...word, missed: word.missed + 1 } : word;
    const framed = words.find(({ source }) => source === there.word);
    const share = 1 / (word.seen + 1);
    const at = framed === undefined ? word : middleOf(framed);
    return {
      ...word,
      seen: word.seen + 1,
      x: round(word.x + (at.x - word.x) * share),
      y: round(word.y + (at.y - word.y) * share),
      issuer: word.issuer || (framed !== undefined && ofIssuer.has(framed)),
    };
  });
  const added = words
    .filter((word) => word.source.folded !== '' && !known.has(word.source))
    .filter((word) => ofIssuer.has(word) || !valueAreas.some((area) => shareWithin(word, area) > 0.5))
    .map((word) => newWord(word, form.examples, ofIssuer.has(word)));
  return [...counted, ...added]
    .filter((word) => printShare(word) >= leastPrintShare || word.seen + word.missed < 3)
    .sort((a, b) => Number(b.issuer) - Number(a.issuer) || wordWeight(b) - wordWeight(a))
    .slice(0, formLimits.words);
}

/** Digits may be what this ticket alone says, and so may a word that the earlier examples did not have. */
function newWord(word: FramedWord, earlier: number, issuer: boolean): FormWord {
  const { text } = word.source.word;
  const doubted = /\d/.test(text) && !issuer ? 1 : 0;
  return {
    text: text.slice(0, 100),
    x: round(middleOf(word).x),
    y: round(middleOf(word).y),
    width: Math.max(1, round(word.right - word.left)),
    height: Math.max(1, round(heightOf(word))),
    seen: 1,
    missed: Math.max(doubted, earlier),
    issuer,
  };
}

/** A value's words may reach a little over what was boxed. */
function widened(area: Area): Area {
  const margin = 0.3 * heightOf(area);
  return { left: area.left - margin, top: area.top - margin, right: area.right + margin, bottom: area.bottom + margin };
}
