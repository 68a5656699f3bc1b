import type { TableField } from '@ticket-pros/contracts/field';
import { type Segment, sharedHeight } from '../text/build-segments.ts';
import { type Area, areaAround, type PageWord } from '../text/page-word.ts';
import type { Label } from './find-labels.ts';
import { areTooDifferent, canonicalLabel, lettersOf, likeness } from './label-wording.ts';

/** The head of one column: which of the wanted columns it may name, and how well each wording fits, 0 to 1. */
export type ColumnHead = Area & { words: readonly PageWord[]; page: number; options: ReadonlyMap<string, number> };

/** Heads side by side, from left to right; what names none of the wanted columns keeps its cells from the others. */
export type HeadLine = { page: number; area: Area; words: readonly PageWord[]; heads: readonly ColumnHead[] };

/** Column heads that name none of the wanted columns. */
const otherHeads = new Set(
  ['code', 'class', 'weight', 'hm', 'nmfc', 'st/ot', 'item no', 'date', 'line', 'start', 'stop', 'tax', 'no'].map(
    canonicalLabel,
  ),
);
const fewestColumns = 2;
/** A phrase of more words than this is running text. */
const longestHead = 9;
const longestUnknown = 3;
const mostWords = 5;

/** Finds the lines on which heads of at least two different columns of the table stand side by side. */
export function findHeadLines(segments: readonly Segment[], labels: readonly Label[], table: TableField): HeadLine[] {
  const single = segments.flatMap((segment) => headsIn(segment, labels, table));
  const heads = [...stackedHeads(segments, table), ...single].sort((a, b) => a.top - b.top);
  const used = new Set<PageWord>();
  const found: HeadLine[] = [];
  for (const seed of heads) {
    if (seed.options.size === 0 || seed.words.some((word) => used.has(word))) continue;
    const line: ColumnHead[] = [];
    for (const head of heads) {
      const isFree = head.words.every((word) => !used.has(word) && line.every(({ words }) => !words.includes(word)));
      if (head.page === seed.page && isFree && sharedHeight(seed, head) > 0.3) line.push(head);
    }
    if (countNames(line) < fewestColumns || isFilledIn(line, segments)) continue;
    line.sort((a, b) => a.left - b.left);
    const words = line.flatMap((head) => head.words);
    for (const word of words) used.add(word);
    found.push({ page: seed.page, area: areaAround(line), words, heads: line });
  }
  return found;
}

/** Whether values stand between and behind the heads of a line: then they are labels, each with what is filled in right of it. */
function isFilledIn(line: readonly ColumnHead[], segments: readonly Segment[]): boolean {
  const own = new Set(line.flatMap(({ words }) => words));
  const area = areaAround(line);
  const others = segments
    .filter(({ page }) => page === line[0]?.page)
    .flatMap(({ words }) => words)
    .filter(
      (word) => !own.has(word) && word.left > area.left && sharedHeight(word, area) > 0.5 && isBeside(word, line),
    );
  const hasNumber = others.some(({ text, right }) => right < area.right && /^\$?\d[\d,.]*$/.test(text));
  return hasNumber || others.length >= Math.max(2, line.length - 1);
}

/** Whether a word stands on the same line as the head left of it. */
function isBeside(word: PageWord, line: readonly ColumnHead[]): boolean {
  const left = line.filter((head) => head.left < word.left).at(-1);
  return left !== undefined && sharedHeight(word, left) > 0.5 && /[\p{L}\d]/u.test(word.text);
}

/** How many different columns the heads of a line name, each head one. */
function countNames(line: readonly ColumnHead[]): number {
  const taken = new Set<string>();
  const byChoice = line.filter(({ options }) => options.size > 0).sort((a, b) => a.options.size - b.options.size);
  for (const { options } of byChoice) {
    const [name] = [...options.keys()].filter((option) => !taken.has(option));
    if (name !== undefined) taken.add(name);
  }
  return taken.size;
}

/** The heads in a phrase: one where the whole of it is a head, else those that it begins with and is made of. */
function headsIn(segment: Segment, labels: readonly Label[], table: TableField): ColumnHead[] {
  const { words, page } = segment;
  if (words.length > longestHead) return [];
  const whole = optionsOf(words, table) ?? optionsOfLabel(words, labels, table);
  if (whole !== null) return [toHead(words, page, whole)];
  const heads: ColumnHead[] = [];
  let start = 0;
  let first = -1;
  while (start < words.length) {
    const match = longestMatch(words, start, table);
    if (match === null) {
      start++;
      continue;
    }
    if (first < 0) first = start;
    const span = words.slice(start, match.end);
    const before = heads.at(-1);
    const continues = before !== undefined && before.words.at(-1) === words[start - 1];
    if (continues && sameNames(before.options, match.options)) {
      heads.splice(-1, 1, toHead([...before.words, ...span], page, before.options));
    } else heads.push(toHead(span, page, match.options));
    start = match.end;
  }
  if (first === 0) return heads;
  const isWording = words.length <= longestUnknown && words.every(({ text }) => /^\P{N}*\p{L}\P{N}*$/u.test(text));
  return isWording ? [toHead(words, page, new Map())] : [];
}

/** Heads of two lines, such as `UNIT` over `PRICE`. */
function stackedHeads(segments: readonly Segment[], table: TableField): ColumnHead[] {
  const short = segments.filter(({ words }) => words.length <= longestUnknown);
  return short.flatMap((upper) =>
    short.flatMap((lower) => {
      const height = upper.bottom - upper.top;
      const gap = lower.top - upper.bottom;
      const overlap = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left);
      if (upper.page !== lower.page || gap < -0.4 * height || gap > 0.7 * height || overlap <= 0) return [];
      const words = [...upper.words, ...lower.words];
      const options = optionsOf(words, table);
      return options === null || options.size === 0 ? [] : [toHead(words, upper.page, options)];
    }),
  );
}

/** Where a whole phrase is a field's label (`Amount delivered`), the column of that field's name. */
function optionsOfLabel(
  words: readonly PageWord[],
  labels: readonly Label[],
  table: TableField,
): ReadonlyMap<string, number> | null {
  const label = labels.find((one) => one.words.length > 1 && words.every((word) => one.words.includes(word)));
  const fields = label?.meanings.filter(({ field }) => table.columns.some(({ name }) => name === field)) ?? [];
  return label === undefined ? null : new Map(fields.map(({ field, certainty }) => [field, certainty]));
}

function toHead(words: readonly PageWord[], page: number, options: ReadonlyMap<string, number>): ColumnHead {
  return { ...areaAround(words), words, page, options };
}

function sameNames(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size > 0 && a.size === b.size && [...a.keys()].every((name) => b.has(name));
}

function longestMatch(
  words: readonly PageWord[],
  start: number,
  table: TableField,
): { end: number; options: ReadonlyMap<string, number> } | null {
  for (let end = Math.min(words.length, start + mostWords); end > start; end--) {
    const options = optionsOf(words.slice(start, end), table);
    if (options !== null) return { end, options };
  }
  return null;
}

/** The columns that some words may name; none where they name a column that nobody asked for, null where they are no head. */
function optionsOf(words: readonly PageWord[], table: TableField): ReadonlyMap<string, number> | null {
  const seen = canonicalLabel(words.map((word) => word.text).join(' '));
  if (seen === '') return null;
  const options = new Map<string, number>();
  const letters = lettersOf(seen);
  for (const { name, canonical, letters: own } of wordingsOf(table)) {
    const alike = areTooDifferent(letters, own) ? 0 : likeness(seen, canonical);
    if (alike > (options.get(name) ?? 0)) options.set(name, alike);
  }
  if (options.size > 0) return options;
  return otherHeads.has(seen) ? options : null;
}

type Wording = { name: string; canonical: string; letters: number };
const listed = new WeakMap<TableField, Wording[]>();

function wordingsOf(table: TableField): Wording[] {
  const known = listed.get(table);
  if (known !== undefined) return known;
  const wordings = table.columns.flatMap(({ name, labels }) =>
    labels.map(canonicalLabel).map((canonical) => ({ name, canonical, letters: lettersOf(canonical) })),
  );
  listed.set(table, wordings);
  return wordings;
}
