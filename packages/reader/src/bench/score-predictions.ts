import type { Field, TicketType } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import { editDistance } from '../values/label-wording.ts';
import type { LabelledImage } from './read-labels.ts';
import { addTo, newTally, type Tally } from './tally.ts';

/** What the reader said about one image, in normal forms. */
export type Prediction = {
  image: string;
  fields: Record<string, string | null>;
  lineItems: Record<string, string | null>[];
};

export type Score = {
  overall: Tally;
  byField: Map<string, Tally>;
  byCondition: Map<string, Tally>;
  /** Printed and handwritten; values given for what the ticket does not show have no kind and count in none. */
  byKind: Map<string, Tally>;
  byConditionAndKind: Map<string, Tally>;
  blanks: { labelled: number; filled: number };
  cells: Tally;
};

/**
 * Compares predictions with labels field by field, exactly and in normal form, without case. A label without its
 * prediction counts as all blank.
 */
export function scorePredictions(
  labels: readonly LabelledImage[],
  predictions: readonly Prediction[],
  ticketType: TicketType,
): Score {
  const byImage = new Map(predictions.map((prediction) => [prediction.image, prediction]));
  const score: Score = {
    overall: newTally(),
    byField: new Map(),
    byCondition: new Map(),
    byKind: new Map(),
    byConditionAndKind: new Map(),
    blanks: { labelled: 0, filled: 0 },
    cells: newTally(),
  };
  for (const label of labels) {
    const prediction = byImage.get(label.image);
    for (const field of ticketType.fields) scoreField(score, label, field, prediction?.fields[field.name] ?? null);
    for (const name of label.blank) {
      score.blanks.labelled++;
      if ((prediction?.fields[name] ?? null) !== null) score.blanks.filled++;
    }
    scoreLineItems(score.cells, label.lineItems, prediction?.lineItems ?? [], ticketType.table?.columns ?? []);
  }
  return score;
}

function scoreField(score: Score, { fields, condition }: LabelledImage, field: Field, given: string | null): void {
  const label = fields[field.name];
  const wanted = label === undefined ? null : (label.normalized ?? comparable(field, label.value));
  const said = given === null ? null : comparable(field, given);
  if (wanted === null && said === null) return;
  addTo(score.overall, wanted, said);
  addTo(tallyOf(score.byField, field.name), wanted, said);
  addTo(tallyOf(score.byCondition, condition), wanted, said);
  if (label === undefined) return;
  addTo(tallyOf(score.byKind, label.kind), wanted, said);
  addTo(tallyOf(score.byConditionAndKind, `${condition}, ${label.kind}`), wanted, said);
}

type Row = Record<string, string | null>;

/** Each labelled row is set beside the most similar predicted row that is left. */
function scoreLineItems(tally: Tally, wanted: readonly Row[], given: readonly Row[], columns: readonly Field[]): void {
  const normal = (row: Row): Row =>
    Object.fromEntries(columns.map((column) => [column.name, cellOf(column, row[column.name] ?? null)]));
  const left = given.map(normal);
  for (const row of wanted.map(normal)) {
    const similarities = left.map((other) => similarity(row, other, columns));
    const most = Math.max(0, ...similarities);
    const [match] = most === 0 ? [] : left.splice(similarities.indexOf(most), 1);
    for (const { name } of columns) addTo(tally, row[name] ?? null, match?.[name] ?? null);
  }
  for (const row of left) for (const { name } of columns) addTo(tally, null, row[name] ?? null);
}

/** One for each cell that agrees; a text that is nearly the same counts for up to 0.8. */
function similarity(wanted: Row, given: Row, columns: readonly Field[]): number {
  return columns.reduce((sum, { name, type }) => {
    const [a, b] = [wanted[name] ?? null, given[name] ?? null];
    if (a === null || b === null) return sum;
    if (a === b) return sum + 1;
    return type === 'text' ? sum + 0.8 * (1 - editDistance(a, b) / Math.max(a.length, b.length)) : sum;
  }, 0);
}

function cellOf(column: Field, text: string | null): string | null {
  return text === null || text.trim() === '' ? null : comparable(column, text);
}

/** The normal form in upper case; text that has none stands for itself. */
function comparable(field: Field, text: string): string {
  return (normalizeFieldValue(field.type, text) ?? text.trim()).toUpperCase();
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  const tally = tallies.get(name) ?? newTally();
  tallies.set(name, tally);
  return tally;
}
