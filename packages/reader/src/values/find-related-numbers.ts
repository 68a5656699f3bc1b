import type { FieldType, TicketType } from '@ticket-pros/contracts/field';
import { checkRelation, numberOf } from '../rules/check-rules.ts';
import { type Relation, relations } from '../rules/relations.ts';
import type { Segment } from '../text/build-segments.ts';
import type { PageWord } from '../text/page-word.ts';
import type { Candidate } from './find-candidates.ts';
import type { Label } from './find-labels.ts';
import { findPlaces } from './find-places.ts';
import { measureShifts, noShift } from './measure-shifts.ts';
import { readTyped, type Typed } from './read-typed.ts';

/** Relations by which a number gives away what it is, even where its label can't be read. */
const telling = new Set(['net = gross - tare', 'subtotal + tax = total', 'quantity × rate = subtotal']);
/** How sure it is what a number is, by how many numbers of its relation were known without it. */
const scoreByKnown = [0.5, 0.58, 0.66];
/** More free numbers than this agree by chance. */
const mostNumbers = 24;
const likelyTax = 0.15;

type FreeNumber = Typed & { top: number; left: number };

/**
 * Fields whose labels could not be read but whose numbers are on the paper: the only ones that fit what else was read, such as the
 * amount that is subtotal and tax together. Numbers of which nothing is known have to stand in their usual order.
 */
export function findRelatedNumbers(
  chosen: readonly Candidate[],
  phrases: readonly Segment[],
  labels: readonly Label[],
  ticketType: TicketType,
  blank: ReadonlySet<string>,
): Candidate[] {
  const types = new Map(ticketType.fields.map(({ name, type }) => [name, type]));
  const known = new Map(chosen.map(({ field, normalized }) => [field, normalized]));
  // what another label names is that and nothing else
  const shifts = measureShifts(labels, phrases);
  const others = labels.filter(({ meanings }) => meanings.length === 0);
  const named = others.flatMap((label) =>
    findPlaces(label, phrases, labels, shifts.get(label.page) ?? noShift).slice(0, 1),
  );
  const used = new Set([...chosen, ...named].flatMap(({ words }) => words));
  const found: Candidate[] = [];
  for (const relation of relations.filter(({ name }) => telling.has(name))) {
    const missing = relation.fields.filter((field) => !known.has(field) && !blank.has(field));
    const knownCount = relation.fields.filter((field) => known.has(field)).length;
    if (missing.length === 0 || missing.length + knownCount < relation.fields.length) continue;
    if (relation.name.startsWith('quantity') && knownCount < 2) continue;
    const free = missing.map((field) => freeNumbers(types.get(field), phrases, used));
    const fits = fittingSets(relation, missing, free, known);
    const [only] = fits;
    if (only === undefined || fits.length > 1) continue;
    for (const [i, field] of missing.entries()) {
      const number = only[i];
      if (number === undefined) continue;
      known.set(field, number.normalized);
      for (const word of number.words) used.add(word);
      const { words, printedText, normalized, fit } = number;
      const score = (scoreByKnown[knownCount] ?? 0.5) * (0.5 + 0.5 * fit);
      found.push({ field, label: null, relation: 'unlabelled', words, printedText, normalized, fit, score });
    }
  }
  return found;
}

/** Numbers that nothing else took and that look like what they may be: amounts have cents, weights three digits and more. */
function freeNumbers(
  type: FieldType | undefined,
  phrases: readonly Segment[],
  used: ReadonlySet<PageWord>,
): FreeNumber[] {
  if (type === undefined) return [];
  const numbers = phrases.flatMap((phrase) => {
    if (phrase.words.some((word) => used.has(word)) || phrase.words.length > 3) return [];
    const typed = readTyped(type, phrase.words, 'month-first');
    const looks = type === 'money' ? /[.,]\d{2,4}\)?$/ : /\d{3}|\.\d/;
    if (typed === null || !looks.test(typed.printedText) || (numberOf(typed.normalized) ?? 0) <= 0) return [];
    return [{ ...typed, top: phrase.top, left: phrase.left }];
  });
  return numbers.length > mostNumbers ? [] : numbers;
}

function fittingSets(
  relation: Relation,
  missing: readonly string[],
  free: readonly FreeNumber[][],
  known: ReadonlyMap<string, string>,
): FreeNumber[][] {
  const fits: FreeNumber[][] = [];
  const visit = (taken: readonly FreeNumber[]): void => {
    const field = missing[taken.length];
    if (field !== undefined) {
      for (const number of free[taken.length] ?? []) {
        if (!taken.some(({ words }) => words.some((word) => number.words.includes(word)))) visit([...taken, number]);
      }
      return;
    }
    const values = new Map([...known, ...missing.map((name, i) => [name, taken[i]?.normalized ?? ''] as const)]);
    if (checkRelation(relation, values)?.holds !== true || !isUsual(values)) return;
    const inOrder = taken.every((number, i) => {
      const before = taken[i - 1];
      return (
        before === undefined || before.top < number.top || (before.left < number.left && before.top - number.top < 40)
      );
    });
    if (inOrder) fits.push([...taken]);
  };
  visit([]);
  return fits;
}

function isUsual(values: ReadonlyMap<string, string>): boolean {
  const [subtotal, tax] = [numberOf(values.get('subtotal')), numberOf(values.get('tax'))];
  const [gross, tare] = [numberOf(values.get('gross_weight')), numberOf(values.get('tare_weight'))];
  if (subtotal !== null && tax !== null && (tax > likelyTax * subtotal || tax <= 0)) return false;
  return gross === null || tare === null || (tare > 0 && tare < gross);
}
