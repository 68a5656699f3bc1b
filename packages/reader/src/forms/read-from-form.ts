import type { TicketType } from '@ticket-pros/contracts/field';
import type { Form, FormField } from '@ticket-pros/contracts/form';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { PageWord } from '../text/page-word.ts';
import type { Candidate } from '../values/find-candidates.ts';
import type { Cell } from '../values/read-line-items.ts';
import type { Typed } from '../values/read-typed.ts';
import { heightOf, isOneLine, middleOf, shareWithin, spanOf, unionOf } from './frame-area.ts';
import { type FramedWord, frameOf, frameWords } from './frame-words.ts';
import { issuerField } from './issuer-field.ts';
import type { FormMatch } from './match-form.ts';
import { type ProjectedField, projectFields } from './project-fields.ts';
import { readPlace } from './read-place.ts';
import { readTable } from './read-table.ts';
import { settleRows } from './settle-table.ts';
import { hasUsualShape } from './usual-shape.ts';
import { gluedLabels } from './without-label.ts';
import { withoutSpecks } from './without-specks.ts';
import { wordsAt } from './words-at.ts';

/** What a recognised form says about a ticket's values. */
export type FormEvidence = {
  /** Values in the places where the form has them; those in places that were confirmed settle their fields. */
  candidates: readonly Candidate[];
  settled: ReadonlySet<string>;
  /** Fields whose place on the page is empty. */
  blank: ReadonlySet<string>;
  /** Words that are the form's own, and so no values. */
  print: ReadonlySet<PageWord>;
  /** Fields that stood on none of the form's examples, and how likely it is that they stand on this one. */
  doubtful: ReadonlyMap<string, number>;
  /** Line items from where the form has its tables; none where it knows of no table. */
  cells: readonly Cell[];
};

/** From this on a place is taken as confirmed: one member's correction, or two readings that nobody changed. */
const confirmed = 0.9;
/** How sure a name is that a form says and that was not seen. */
const unseenConfidence = 0.8;
/**
 * How likely a field is filled that stood on none of the examples, to the power of how often a member cleared it, and of
 * how often there was nothing.
 */
const refusedShare = 0.55;
const blankShare = 0.85;
const mostBlank = 4;

/** Reads the value of each field from the place where the form has it. */
export function readFromForm(match: FormMatch<PageWord>, ticketType: TicketType, dayOrder: DayOrder): FormEvidence {
  const { form, page } = match;
  const words = frameWords(page.words, frameOf(match));
  const projected = projectFields(form, match.toPage);
  const print = printWords(match, words);
  const candidates: Candidate[] = [];
  const [settled, blank] = [new Set<string>(), new Set<string>()];
  for (const place of projected) {
    const type = ticketType.fields.find(({ name }) => name === place.field)?.type;
    const field = form.fields.find((known) => known.field === place.field);
    if (type === undefined || field === undefined) continue;
    // print within a value's place is part of it: the issuer's name, a unit beside its number
    const rivals = projected.filter((other) => other !== place);
    const free = words.filter((word) => (!print.has(word) || isWithin(word, place)) && !isOfRival(word, place, rivals));
    const others = [...print, ...rivals.map(({ area }) => area)];
    const labels = gluedLabels(match, place.area);
    const framed = withoutSpecks(
      wordsAt(place.area, free, others).filter(({ source }) => !labels.includes(source.folded)),
    );
    const own = framed.map(({ source }) => source.word);
    const isIssuer = place.field === issuerField;
    // the issuer's name is there even where the engine passed it over
    const seen = own.length === 0 && isIssuer ? unseenWord(place, match) : own;
    const typed = readPlace(type, field, seen, labels, dayOrder);
    const usual = typed === null || hasUsualShape(field, typed.normalized, type);
    if (typed !== null)
      candidates.push(candidateOf(place, field, usual ? typed : { ...typed, fit: 0.25 * typed.fit }, framed));
    if (place.trust < confirmed) continue;
    if (typed !== null && usual) settled.add(place.field);
    // a unit may be part of its number's word
    if (seen.length === 0 && type !== 'unit') blank.add(place.field);
  }
  const doubtful = form.fields
    .filter(({ filled, blank: empty }) => filled === 0 && empty > 0)
    .map(({ field, refused, blank: empty }) => {
      const left = Math.max(0, Math.min(mostBlank, empty) - refused);
      return [field, refusedShare ** refused * blankShare ** left] as const;
    });
  return {
    candidates,
    settled,
    blank,
    print: new Set([...print].map(({ source }) => source.word)),
    doubtful: new Map(doubtful),
    // what always stands in a row, as a unit does, was taken for print
    cells: readTables(form, words, ticketType, dayOrder),
  };
}

function readTables(
  form: Form,
  words: readonly FramedWord<PageWord>[],
  { table }: TicketType,
  dayOrder: DayOrder,
): Cell[] {
  if (table === null) return [];
  const tables = [...form.tables].sort((a, b) => (settleRows(a.rows)?.first ?? 0) - (settleRows(b.rows)?.first ?? 0));
  const rows = tables.flatMap((known) => readTable(known, form, words, table, dayOrder) ?? []);
  return rows.flatMap((cells, i) => cells.map((cell) => ({ ...cell, row: i + 1 })));
}

/** What stands for no form. */
export const noEvidence: FormEvidence = {
  candidates: [],
  settled: new Set(),
  blank: new Set(),
  print: new Set(),
  doubtful: new Map(),
  cells: [],
};

function printWords(match: FormMatch<PageWord>, words: readonly FramedWord<PageWord>[]): Set<FramedWord<PageWord>> {
  const found = new Set([...match.found.values()].map(({ word }) => word));
  return new Set(words.filter(({ source }) => found.has(source)));
}

function isWithin(word: FramedWord<PageWord>, { area }: ProjectedField): boolean {
  const { x, y } = middleOf(word);
  return shareWithin(word, area) > 0.6 && x > area.left && x < area.right && y > area.top && y < area.bottom;
}

/** Stands for words in a place where the engine saw none; there has to be another word of the form to stand beside. */
function unseenWord({ area, quad }: ProjectedField, { found }: FormMatch<PageWord>): PageWord[] {
  const off = ({ at }: { at: { x: number; y: number } }): number =>
    Math.hypot(at.x - middleOf(area).x, at.y - middleOf(area).y);
  const nearest = [...found.values()].sort((a, b) => off(a) - off(b))[0]?.word.word;
  if (nearest === undefined) return [];
  const { left, top, right, bottom } = spanOf(quad);
  const box = {
    page: nearest.box.page,
    x: Math.max(0, left),
    y: Math.max(0, top),
    width: right - left,
    height: bottom - top,
  };
  return [{ ...nearest, text: '', confidence: unseenConfidence, characters: [], quad, box }];
}

/** Whether a word lies within the place of a field on another line, and nearer to that. */
function isOfRival(word: FramedWord<PageWord>, own: ProjectedField, rivals: readonly ProjectedField[]): boolean {
  const { y } = middleOf(word);
  const off = ({ area }: ProjectedField): number => Math.abs(middleOf(area).y - y);
  const elsewhere = rivals.filter(({ area }) => !isOneLine(area, own.area));
  return elsewhere.some((rival) => shareWithin(word, rival.area) > 0.25 && off(rival) < 0.9 * off(own));
}

function candidateOf(
  { field, trust, area }: ProjectedField,
  { filled, blank }: FormField,
  typed: Typed,
  framed: readonly FramedWord[],
): Candidate {
  // between two lines, a word belongs to the field that it is nearer to
  const off = framed.length === 0 ? 0 : Math.abs(middleOf(unionOf(framed)).y - middleOf(area).y) / heightOf(area);
  const placed = 1 - 0.12 / Math.max(0.25, trust);
  const usual = (filled + 1) / (filled + blank + 1);
  const score = Math.min(1, (1 - 0.15 * Math.min(1, off)) * placed * (0.7 + 0.3 * typed.fit) * (0.85 + 0.15 * usual));
  return { ...typed, field, label: null, relation: 'form', score };
}
