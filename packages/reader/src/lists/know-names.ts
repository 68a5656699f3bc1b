import type { Field, FieldType } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import { listedFields, type ReferenceListName, type ReferenceLists } from '@ticket-pros/contracts/reference-lists';
import { joinChances } from '../decoding/join-chances.ts';
import type { PageWord } from '../text/page-word.ts';
import { findSimilar } from './find-similar.ts';
import { indexNames, type NameIndex } from './index-names.ts';
import { spellingVariants } from './spelling-variants.ts';
import { rarity, tellingOf, weighNames } from './weigh-names.ts';

/**
 * Words that are an entry of a list: how likely they are (0 to 1), and how much it says that the entry was found, near 1 for a
 * name and little for a number where nearly any is on the list.
 */
export type NamedWords = {
  words: readonly PageWord[];
  printedText: string;
  normalized: string;
  chance: number;
  telling: number;
};

/** The names that an account knows. */
export type KnownNames = {
  /** Whether there are any for the field. */
  covers: (field: string) => boolean;
  /**
   * The entry that some of the words are, at the least as likely as not; null where they are none. The words from `first` up to `end`
   * are what stands where the value should, those around it may belong to it.
   */
  find: (field: Field, words: readonly PageWord[], first?: number, end?: number) => NamedWords | null;
};

/** Entries less likely than not are no better than what was read. */
const leastChance = 0.5;
/** So likely a word where the value stands is none of it, and one beside it is. */
const [leftOver, passedOver] = [0.05, 0.05];
const mostWords = 9;
const mostCut = 3;
const longestCode = 16;
const numberAndName = /^((?:[A-Z]{1,3}-?)?\d[\d-]{2,}) ?[:–-]? (\p{L}.+)$/u;

const indexes = new WeakMap<readonly string[], Map<FieldType, NameIndex>>();

/** The lists of an account, each indexed the first time that a ticket is read with it. */
export function knowNames(lists: ReferenceLists): KnownNames {
  const listOf = new Map<string, ReferenceListName>();
  for (const [list, fields] of Object.entries(listedFields) as [ReferenceListName, readonly string[]][]) {
    if ((lists[list] ?? []).length > 0) for (const field of fields) listOf.set(field, list);
  }
  return {
    covers: (field) => listOf.has(field),
    find({ name, type }, words, first = 0, end = words.length) {
      const list = listOf.get(name);
      if (list === undefined || words.length > mostWords) return null;
      const index = indexOf(list, type, lists[list] ?? []);
      const best = likeliest(index, words, first, end);
      const normalized = best === null ? null : normalizeFieldValue(type, best.entry);
      if (best === null || normalized === null || best.chance < leastChance) return null;
      const printedText = best.run.map(({ text }) => text).join(' ');
      return { words: best.run, printedText, normalized, chance: best.chance, telling: tellingOf(best.entry, index) };
    },
  };
}

type Likeliest = { entry: string; run: readonly PageWord[]; chance: number };

/** Every stretch of the words may be an entry; what then is left over has to be explained, too. */
function likeliest(index: NameIndex, words: readonly PageWord[], first: number, end: number): Likeliest | null {
  const whole = joinChances(words);
  if (whole === null) return null;
  const names = findSimilar(index, whole);
  let best: { entry: string; run: readonly PageWord[]; weight: number } | null = null;
  let all = 0;
  for (const [from, to] of stretches(words.length, first, end)) {
    const run = words.slice(from, to);
    const steps = joinChances(run);
    const weights = steps === null ? null : weighNames(index, names, steps);
    if (weights === null) continue;
    const rest = rarity([...words.slice(0, from), ...words.slice(to)].map(({ text }) => text).join(''));
    const missing = Math.max(0, from - first) + Math.max(0, end - to);
    const added = Math.max(0, first - from) + Math.max(0, to - end);
    const share = rest * leftOver ** missing * passedOver ** added;
    for (const [entry, weight] of weights.entries) {
      all += weight * share;
      if (weight * share > (best?.weight ?? 0)) best = { entry, run, weight: weight * share };
    }
    if (missing + added === 0) all += weights.unlisted * rest;
  }
  return best === null ? null : { entry: best.entry, run: best.run, chance: best.weight / all };
}

/** From where to where stretches of words go that share a word with those from `first` up to `end`, and lack few of these. */
function stretches(count: number, first: number, end: number): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let from = 0; from < end; from++) {
    for (let to = Math.max(from, first) + 1; to <= count; to++) {
      const missing = Math.max(0, from - first) + Math.max(0, end - to);
      if (missing <= mostCut) found.push([from, to]);
    }
  }
  return found;
}

function indexOf(list: ReferenceListName, type: FieldType, entries: readonly string[]): NameIndex {
  const byType = indexes.get(entries) ?? new Map<FieldType, NameIndex>();
  indexes.set(entries, byType);
  const known = byType.get(type);
  if (known !== undefined) return known;
  const parts = entries.flatMap((entry) => partsOf(list, entry, type));
  const index = indexNames(parts, type === 'code', (entry) => spellingVariants(list, entry));
  byType.set(type, index);
  return index;
}

/** What of an entry a field may hold: a job may be listed as its number, as its name, or as both. */
function partsOf(list: ReferenceListName, entry: string, type: FieldType): string[] {
  const [, number = entry, name = entry] = (list === 'jobs' ? numberAndName.exec(entry) : null) ?? [];
  if (type !== 'code') return /\p{L}{2}/u.test(name) ? [name] : [];
  return /\d/.test(number) && number.length <= longestCode ? [number] : [];
}
