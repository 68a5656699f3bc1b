import type { Field, TicketType } from '@ticket-pros/contracts/field';
import { matchRows } from './match-rows.ts';
import { comparable, comparableRow, type Row } from './normal-forms.ts';
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

/** Each labelled row is set beside the most similar predicted row; those that are left cost precision. */
function scoreLineItems(tally: Tally, wanted: readonly Row[], given: readonly Row[], columns: readonly Field[]): void {
  const rows = given.map((row) => comparableRow(row, columns));
  const matched = matchRows(wanted, given, columns);
  for (const { wanted: row, at } of matched) {
    for (const { name } of columns) addTo(tally, row[name] ?? null, at === null ? null : (rows[at]?.[name] ?? null));
  }
  const taken = new Set(matched.map(({ at }) => at));
  for (const [at, row] of rows.entries()) {
    if (!taken.has(at)) for (const { name } of columns) addTo(tally, null, row[name] ?? null);
  }
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  const tally = tallies.get(name) ?? newTally();
  tallies.set(name, tally);
  return tally;
}
