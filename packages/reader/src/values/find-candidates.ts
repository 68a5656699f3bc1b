import type { Field, TicketType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { Segment } from '../text/build-segments.ts';
import type { Label } from './find-labels.ts';
import { findPlaces, type LabelRelation, type Place } from './find-places.ts';
import { measureShifts, noShift } from './measure-shifts.ts';
import { readTyped, type Typed } from './read-typed.ts';
import { splitAtLabels } from './split-at-labels.ts';

/** A value that a field may have: where from, and how well everything about it fits, 0 to 1. */
export type Candidate = Typed & {
  field: string;
  label: Label | null;
  relation: Relation;
  score: number;
  /** How likely it is the entry of the account's lists that it is given as. */
  listed?: number;
};
/** Where a value stands to its label; `form` where a form's place and no label leads to it, `column` in a table. */
export type Relation = LabelRelation | 'unlabelled' | 'form' | 'column';

/** Where the labels of a form have their values: most of them right or below, or all of them above. */
export type LabelHabit = 'beside' | 'above';
const plainRelation: Record<LabelHabit, Record<LabelRelation, number>> = {
  beside: { right: 1, below: 0.9, above: 0.75 },
  above: { right: 0.85, below: 0.5, above: 0.97 },
};
/** Labels of these words stand under the line that they name. */
const underTheLine = /SIGN|PRINT|AUTHORIZED|RECEIVED|APPROVED|ACCEPTED|REP$/;

/** Looks right of, below and, for signatures and where it is the form's habit, above every label for values of its fields' types. */
export function findCandidates(
  segments: readonly Segment[],
  labels: readonly Label[],
  ticketType: TicketType,
  dayOrder: DayOrder,
  habit: LabelHabit,
): Candidate[] {
  const phrases = splitAtLabels(segments, labels);
  const shifts = measureShifts(labels, phrases);
  const fields = new Map(ticketType.fields.map((field) => [field.name, field]));
  return labels.flatMap((label) => {
    const places =
      label.meanings.length === 0 ? [] : findPlaces(label, phrases, labels, shifts.get(label.page) ?? noShift);
    return label.meanings.flatMap((meaning) => {
      const field = fields.get(meaning.field);
      return field === undefined
        ? []
        : places.flatMap((place) => readPlace(field, label, meaning.certainty, place, dayOrder, habit));
    });
  });
}

/** Words read badly make poor texts; a number that parses has proved itself a little. */
function readWell(type: Field['type'], confidence: number): number {
  return type === 'text' ? 0.35 + 0.65 * confidence : 0.6 + 0.4 * confidence;
}

/** `Net 30` says when to pay. */
function isTermOfPayment({ wording }: Label, { printedText }: Typed): boolean {
  return wording === 'NET' && /^(?:7|10|15|20|30|45|60|90)(?: ?days?)?$/i.test(printedText);
}

function readPlace(
  field: Field,
  label: Label,
  certainty: number,
  place: Place,
  dayOrder: DayOrder,
  habit: LabelHabit,
): Candidate[] {
  if (place.relation === 'above' && habit === 'beside' && !(field.type === 'text' && underTheLine.test(label.wording)))
    return [];
  // what is below a signature's line is often the next thing on the form
  const doubt = place.relation === 'below' && /SIGNATURE$/.test(label.wording) ? 0.7 : 1;
  const words = field.type === 'text' ? [...place.words, ...place.more] : place.words;
  const typed = readTyped(field.type, words, dayOrder);
  if (typed === null || isTermOfPayment(label, typed)) return [];
  const seen = typed.words.reduce((sum, word) => sum + word.confidence, 0) / typed.words.length;
  const score =
    doubt * certainty * plainRelation[habit][place.relation] * place.nearness * typed.fit * readWell(field.type, seen);
  return [{ ...typed, field: field.name, label, relation: place.relation, score }];
}
