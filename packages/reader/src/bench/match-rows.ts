import type { Field } from '@ticket-pros/contracts/field';
import { editDistance } from '../values/label-wording.ts';
import { comparableRow, type Row } from './normal-forms.ts';

/** A labelled row in normal forms, and the given row that it is set beside: its place in their list, null for none. */
export type MatchedRow = { wanted: Row; at: number | null };

/** Each labelled row is set beside the most similar given row that is left. */
export function matchRows(wanted: readonly Row[], given: readonly Row[], columns: readonly Field[]): MatchedRow[] {
  const rows = given.map((row) => comparableRow(row, columns));
  const left = new Set(rows.keys());
  return wanted.map((row) => {
    const normal = comparableRow(row, columns);
    let best: { at: number | null; most: number } = { at: null, most: 0 };
    for (const at of left) {
      const like = similarity(normal, rows[at] ?? {}, columns);
      if (like > best.most) best = { at, most: like };
    }
    if (best.at !== null) left.delete(best.at);
    return { wanted: normal, at: best.at };
  });
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
