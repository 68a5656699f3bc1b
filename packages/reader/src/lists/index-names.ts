import { pairCount, pairsOfText } from './fold-signs.ts';
import type { Variant } from './spelling-variants.ts';

/** A way to write an entry: of how many letters and digits, and of how many pairs of signs. */
export type IndexedName = Variant & { entry: string; length: number; pairs: number };

/** The names of a list by the pairs of signs in them: those of pair p are `owners[starts[p]]` up to `owners[starts[p + 1]]`. */
export type NameIndex = {
  names: readonly IndexedName[];
  entries: number;
  /** Whether its entries are numbers of things, such as `T-14`. */
  isOfNumbers: boolean;
  /** How the numbers of the list are built, as `T-99`. */
  shapes: ReadonlySet<string>;
  starts: Uint32Array;
  owners: Uint32Array;
};

/** Indexes a list once for all tickets that are read with it, each entry in all the ways in which it is written. */
export function indexNames(
  entries: readonly string[],
  isOfNumbers: boolean,
  variantsOf: (entry: string) => readonly Variant[],
): NameIndex {
  const names: IndexedName[] = [];
  const pairs: number[][] = [];
  const starts = new Uint32Array(pairCount + 1);
  for (const entry of entries) {
    for (const variant of variantsOf(entry)) {
      const own = [...new Set(pairsOfText(variant.text))];
      names.push({ ...variant, entry, length: foldedLength(variant.text), pairs: own.length });
      pairs.push(own);
      for (const pair of own) starts[pair + 1] = (starts[pair + 1] ?? 0) + 1;
    }
  }
  for (let pair = 0; pair < pairCount; pair++) starts[pair + 1] = (starts[pair + 1] ?? 0) + (starts[pair] ?? 0);
  const free = starts.slice();
  const owners = new Uint32Array(starts[pairCount] ?? 0);
  for (const [name, own] of pairs.entries()) {
    for (const pair of own) {
      const at = free[pair] ?? 0;
      owners[at] = name;
      free[pair] = at + 1;
    }
  }
  return { names, entries: entries.length, isOfNumbers, shapes: new Set(entries.map(shapeOf)), starts, owners };
}

/** A number with a 9 for each digit, such as `T-99`. */
export function shapeOf(number: string): string {
  return number.replace(/^#/, '').toUpperCase().replace(/\d/g, '9');
}

/** How many letters and digits a text has. */
export function foldedLength(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
