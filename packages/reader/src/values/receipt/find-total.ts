import type { PageWord } from '../../text/page-word.ts';
import type { Candidate } from '../find-candidates.ts';
import type { Row } from './build-rows.ts';
import { type AmountName, nameAmount } from './name-amount.ts';
import { readAmount } from './read-amount.ts';

/** An amount, what it is called, in which row it stands, and how surely the name is its own. */
type Entry = { name: AmountName; cents: number; word: PageWord; row: number; certainty: number; normalized: string };

/** How likely the amount of a name is what was to be paid. */
const worth: Partial<Record<AmountName, number>> = {
  payable: 0.88,
  total: 0.82,
  amount: 0.68,
  paid: 0.62,
  tendered: 0.42,
  subtotal: 0.4,
};
const oneRow = 1.7;
const belowTheEnd = 0.3;
const proof = 0.12;
const unnamed = 0.38;
/** Totals differ by so many cents before and after they are rounded. */
const mostRounding = 5;
const leastScore = 0.4;

/**
 * What was to be paid, from the names of the amounts and from the sums in which they stand: cash without change, subtotal with taxes and
 * roundings. Of totals called alike the last one counts, since roundings and taxes come between, but none in the summary of taxes
 * below the change.
 */
export function findTotal(rows: readonly Row[]): Candidate[] {
  const entries = withRounded(readEntries(rows));
  const end = entries.find(({ name }) => name === 'change')?.row ?? rows.length;
  const byAmount = new Map<number, Entry[]>();
  for (const entry of entries) {
    if (entry.cents > 0) byAmount.set(entry.cents, [...(byAmount.get(entry.cents) ?? []), entry]);
  }
  const candidates: Candidate[] = [];
  for (const [cents, same] of byAmount) {
    const scored = same.map((entry) => ({ entry, score: scoreOf(entry, end, rows.length) }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
    const proofs = Number(isCashLessChange(cents, entries)) + Number(isSum(best.entry, entries));
    const repeated = 0.02 * Math.min(2, same.length - 1);
    // what its name doesn't tell may follow from the sums
    const plain = proofs > 0 ? Math.max(best.score, unnamed) : best.score;
    const score = Math.min(1, plain + proof * proofs + repeated);
    if (score < leastScore) continue;
    const { word, normalized } = best.entry;
    candidates.push({
      field: 'total',
      label: null,
      relation: 'right',
      words: [word],
      printedText: word.text,
      normalized,
      fit: 1,
      score,
    });
  }
  return candidates;
}

function scoreOf({ name, row, certainty }: Entry, end: number, rows: number): number {
  const later = 0.05 * (row / Math.max(1, rows));
  return (worth[name] ?? 0) * certainty + later - (row > end ? belowTheEnd : 0);
}

/** What is called a rounding but is as large as the total before it is the total after it. */
function withRounded(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) =>
    entry.name === 'adjustment' && isRounding(entry, entries) ? { ...entry, name: 'payable' } : entry,
  );
}

function isRounding({ cents, row }: Entry, entries: readonly Entry[]): boolean {
  return entries.some(
    (base) =>
      base.name === 'total' && base.row < row && base.cents !== cents && Math.abs(base.cents - cents) <= mostRounding,
  );
}

function readEntries(rows: readonly Row[]): Entry[] {
  return rows.flatMap((row, i) => {
    const own = entriesOf(row, i, '', 1);
    if (own.length > 0) return own;
    // a total whose amount slipped into the row below
    const words = row.words.map(({ text }) => text).join(' ');
    const name = nameAmount(words);
    const next = rows[i + 1];
    if (worth[name] === undefined || next === undefined || next.page !== row.page) return [];
    const height = row.bottom - row.top;
    const isNear = next.top - row.top < oneRow * height;
    const isBare = !next.words.some(({ text }) => /\p{L}{3}/u.test(text));
    return isNear && isBare ? entriesOf(next, i + 1, words, 0.85) : [];
  });
}

function entriesOf({ words }: Row, row: number, before: string, certainty: number): Entry[] {
  const entries: Entry[] = [];
  let label = before;
  let name: AmountName = 'other';
  for (const word of words) {
    const normalized = readAmount(word.text);
    if (normalized === null) {
      label = `${label} ${word.text}`;
      continue;
    }
    // several amounts behind one name share it, such as a quantity's price and the row's
    if (/\p{L}{2}/u.test(label)) name = nameAmount(label);
    label = '';
    entries.push({ name, cents: Math.round(Number(normalized) * 100), word, row, certainty, normalized });
  }
  return entries;
}

function isCashLessChange(cents: number, entries: readonly Entry[]): boolean {
  const changes = entries.filter(({ name }) => name === 'change');
  return entries.some(
    (paid) =>
      (paid.name === 'tendered' || paid.name === 'paid') &&
      changes.some((change) => paid.cents - Math.abs(change.cents) === cents && change.row > paid.row - 2),
  );
}

/** Whether a subtotal or an earlier total, with some of the taxes and with or without the adjustments, makes the amount. */
function isSum(entry: Entry, entries: readonly Entry[]): boolean {
  const { cents } = entry;
  const sum = (wanted: AmountName): number =>
    [
      ...new Map(entries.filter(({ name }) => name === wanted).map((entry) => [entry.row, entry.cents])).values(),
    ].reduce((all, one) => all + one, 0);
  const adjustments = sum('adjustment');
  const taxes = entries.filter(({ name, cents: tax }) => name === 'tax' && tax > 0).map((entry) => entry.cents);
  const bases = entries.filter(({ name, cents: base }) => (name === 'subtotal' || name === 'total') && base !== cents);
  const added = [0, ...taxes, taxes.reduce((all, tax) => all + tax, 0)];
  if (isRounding(entry, entries)) return true;
  return bases.some((base) =>
    added.some((tax) => {
      const plain = base.cents + tax;
      const differs = tax > 0 ? [0, adjustments, -adjustments] : [adjustments, -adjustments];
      return differs.some((difference) => (tax > 0 || difference !== 0) && plain + difference === cents);
    }),
  );
}
