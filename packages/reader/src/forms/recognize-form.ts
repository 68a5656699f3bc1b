import type { FormWord } from '@ticket-pros/contracts/form';
import type { PageSize } from '@ticket-pros/contracts/reading';
import { mapPoint } from '../image/map-points.ts';
import { foldedLikeness, foldText } from './fold-text.ts';
import { type FormIndex, type KnownForm, shortlist } from './index-forms.ts';
import { type FormMatch, matchForm, printShare, wordWeight } from './match-form.ts';
import { placeSeenWords, type SeenWord } from './place-words.ts';

/** The form that a page is, and how it lies on it. */
export type RecognizedForm<W extends SeenWord = SeenWord> = FormMatch<W> & { id: string };

const mostTried = 10;
/**
 * So much of a form has to be found where it belongs, in so many words that spread over so much of its frame. Of a poor photo less will
 * do where that is many words, and some of each half of the form: forms of one issuer share their heads.
 */
const leastSupport = 0.45;
const fewestWords = 5;
const leastWeight = 3.5;
const leastSpread = 200;
const leastPoorSupport = 0.18;
const leastPoorWeight = 9;
const leastOfHalf = 0.15;
/** How much of a form's sure words may be something else on the page. */
const mostContradicted = 0.3;
/** Forms whose support differs by less than this are compared by the words in which they differ. */
const closeSupport = 0.2;

/**
 * Which known form a page is: an index finds those that share rare words with it, then their words have to lie where
 * the form has them. Null where none is sure: none is better than a wrong one.
 */
export function recognizeForm<W extends SeenWord>(
  words: readonly W[],
  page: number,
  size: PageSize,
  index: FormIndex,
): RecognizedForm<W> | null {
  const placed = placeSeenWords(words, page);
  const matches = shortlist(index, placed, mostTried)
    .flatMap(({ id, form }: KnownForm) => {
      const match = matchForm(form, placed, size);
      return match === null || !isConvincing(match) ? [] : [{ ...match, id }];
    })
    .sort((a, b) => b.support - a.support);
  let best = matches[0];
  if (best === undefined) return null;
  for (const other of matches.slice(1)) {
    if (other.support < matches.reduce((most, { support }) => Math.max(most, support), 0) - closeSupport) continue;
    const [own, others] = [ownWords(best, other), ownWords(other, best)];
    if (own.weight + others.weight < 1) {
      // nothing tells them apart: the same form learned twice, of which the more experienced one knows better
      if (other.form.examples > best.form.examples) best = other;
      continue;
    }
    const [mine, theirs] = [own.share, others.share];
    if (Math.abs(mine - theirs) < 0.3) return null;
    if (theirs > mine) best = other;
  }
  return best;
}

/** Whether a form laid over a page is there, taken by itself. */
export function isConvincing(match: FormMatch): boolean {
  const { found, support } = match;
  if (found.size < fewestWords) return false;
  const words = [...found.keys()];
  const weight = weigh(words);
  if (support < leastSupport && (support < leastPoorSupport || weight < leastPoorWeight || !isInHalves(match)))
    return false;
  if (weight < leastWeight) return false;
  const extent = (values: number[]): number => Math.max(...values) - Math.min(...values);
  if (Math.max(extent(words.map(({ x }) => x)), extent(words.map(({ y }) => y))) < leastSpread) return false;
  return !isContradicted(match);
}

function weigh(words: readonly FormWord[]): number {
  return words.reduce((sum, word) => sum + wordWeight(word), 0);
}

/** Whether some of the upper and of the lower half of a form's print is there. */
function isInHalves({ found, missing }: FormMatch): boolean {
  const words = [...found.keys(), ...missing].sort((a, b) => a.y - b.y);
  const middle = Math.floor(words.length / 2);
  return [words.slice(0, middle), words.slice(middle)].every(
    (half) => weigh(half.filter((word) => found.has(word))) > leastOfHalf * weigh(half),
  );
}

/** Whether other words stand where the form's sure words, or most of its issuer's name, should be. */
function isContradicted(match: FormMatch): boolean {
  const sure = [...match.found.keys(), ...match.missing].filter((word) => printShare(word) >= 0.6);
  const contradicted = match.missing.filter((word) => printShare(word) >= 0.6 && isReplaced(word, match));
  if (weigh(contradicted) > mostContradicted * weigh(sure)) return true;
  const issuer = sure.filter((word) => word.issuer);
  return weigh(contradicted.filter((word) => word.issuer)) > 0.5 * weigh(issuer);
}

/** Whether the page has another word, well read, in a word's place. */
function isReplaced(formWord: FormWord, { page, toForm, found }: FormMatch): boolean {
  const folded = foldText(formWord.text);
  const used = new Set([...found.values()].map(({ word }) => word));
  return page.words.some((word) => {
    if (used.has(word) || word.word.confidence < 0.8 || word.folded.length < 2) return false;
    const at = mapPoint(toForm, word);
    const isThere =
      Math.abs(at.x - formWord.x) < 0.4 * formWord.width && Math.abs(at.y - formWord.y) < 0.5 * formWord.height;
    return isThere && foldedLikeness(folded, word.folded) < 0.5 && !word.folded.includes(folded);
  });
}

/** Words of a form's sure print that the other form does not have in that place: their weight, and how much is there. */
function ownWords(match: FormMatch, other: FormMatch): { weight: number; share: number } {
  let [weight, there] = [0, 0];
  for (const word of [...match.found.keys(), ...match.missing]) {
    if (printShare(word) < 0.5 || isOnForm(word, match, other)) continue;
    const own = wordWeight(word) * (word.issuer ? 2 : 1);
    weight += own;
    if (match.found.has(word)) there += own;
  }
  return { weight, share: weight === 0 ? 0.5 : there / weight };
}

function isOnForm(word: FormWord, match: FormMatch, other: FormMatch): boolean {
  const at = mapPoint(other.toForm, mapPoint(match.toPage, word));
  const folded = foldText(word.text);
  const reach = Math.max(15, word.height);
  return other.form.words.some(
    (theirs) =>
      Math.abs(theirs.x - at.x) < reach &&
      Math.abs(theirs.y - at.y) < reach &&
      foldedLikeness(folded, foldText(theirs.text)) >= 0.75,
  );
}
