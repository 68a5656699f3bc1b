import type { Steps } from '../decoding/join-chances.ts';
import { readGreedily } from '../decoding/read-greedily.ts';
import { scoreSpelling, spell } from '../decoding/score-spelling.ts';
import { editDistance } from '../values/label-wording.ts';
import { type IndexedName, type NameIndex, shapeOf } from './index-names.ts';

/** How likely each entry was written and read so, and how likely what is read was written and is no entry; in the same measure. */
export type NameWeights = { read: string; entries: ReadonlyMap<string, number>; unlisted: number };

/** What is written where a list is kept is on it so often. */
const listed = 0.7;
/** Each letter or digit more makes the texts that people write so many times as many, as logarithms. */
const [textsPerLetter, textsPerDigit] = [1.6, 2];
/**
 * What is on no list may still be close to an entry, above all a number; then any of its signs may be another, of so many
 * that there are.
 */
const [likeName, likeNumber] = [0.3, 0.5];
const [letters, digits] = [25, 10];
/**
 * A number that is built as none of the list is the likelier misread the longer the list is, and all the more so one
 * without a digit.
 */
const [oddestShape, noDigit] = [0.05, 0.001];

/** Names longer or shorter by more than this share of what is read are not looked at. */
const mostLonger = 0.6;

/**
 * Weighs names of a list for some steps by the recognizer's own chances of their spellings, and against them what is read
 * without a list, which may well be right. Null where nothing is read.
 */
export function weighNames(index: NameIndex, names: readonly IndexedName[], steps: Steps): NameWeights | null {
  const read = readGreedily(steps);
  const folded = fold(read);
  if (folded.length === 0) return null;
  const free = scoreSpelling(steps, spell(read, steps.signs));
  const rare = rarity(folded);
  const entries = new Map<string, number>();
  let isRead = false;
  for (const { entry, text, share, length } of names) {
    if (Math.abs(length - folded.length) > 1 + mostLonger * folded.length) continue;
    const score = scoreSpelling(steps, spell(text, steps.signs)) - free;
    const isSame = fold(text) === folded;
    isRead ||= isSame;
    const weight = share * ((listed / index.entries) * Math.exp(score) + (isSame ? (1 - listed) * rare : 0));
    entries.set(entry, Math.max(entries.get(entry) ?? 0, weight));
  }
  const [nearest] = [...entries].sort(([, a], [, b]) => b - a);
  const near = nearest === undefined ? 0 : nearlyListed(folded, fold(nearest[0])) / index.entries;
  return { read, entries, unlisted: isRead ? 0 : (1 - listed) * (rare + near) * shapeFits(read, index) };
}

/** How likely just this text stands where any could, of which only letters and digits count. */
export function rarity(text: string): number {
  const folded = fold(text);
  const numerals = folded.replace(/\D/g, '').length;
  return Math.exp(-textsPerDigit * numerals - textsPerLetter * (folded.length - numerals));
}

/** How much it says that an entry was found: near 1 for a name, little where nearly any number is on the list. */
export function tellingOf(entry: string, { entries }: NameIndex): number {
  return 1 - Math.min(1, entries * rarity(entry));
}

/** How likely a text that is no entry is nearly this one. */
function nearlyListed(text: string, entry: string): number {
  const isNumber = /\d/.test(entry) && !/\p{L}{3}/u.test(entry);
  const [share, kinds] = isNumber ? [likeNumber, digits] : [likeName, letters];
  return share * (entry.length * kinds) ** -editDistance(text, entry);
}

/** How well what is read fits how the numbers of a list are built; of names there is nothing to say. */
function shapeFits(read: string, { shapes, isOfNumbers, entries }: NameIndex): number {
  if (!isOfNumbers || shapes.has(shapeOf(read))) return 1;
  return /\d/.test(read) ? Math.min(oddestShape, 1 / (entries + 2)) : noDigit;
}

function fold(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
