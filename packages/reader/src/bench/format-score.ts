import type { Score } from './score-predictions.ts';
import { f1, precision, recall, type Tally } from './tally.ts';

/** The score as a table for people, one line a group; shares are percent. */
export function formatScore(score: Score): string {
  return [
    heading('All values'),
    line('all', score.overall),
    ...group('Field', score.byField),
    ...group('Condition', score.byCondition),
    ...group('Kind', score.byKind),
    ...group('Condition and kind', score.byConditionAndKind),
    heading('Line items'),
    line('cells', score.cells),
    `\nBlank fields filled with something: ${score.blanks.filled} of ${score.blanks.labelled}`,
  ].join('\n');
}

function group(title: string, tallies: ReadonlyMap<string, Tally>): string[] {
  return [heading(title), ...[...tallies].map(([name, tally]) => line(name, tally))];
}

function heading(title: string): string {
  const columns = ['wanted', 'given', 'right', 'precision', 'recall', 'F1'].map((name) => name.padStart(10));
  return `\n${title.padEnd(22)}${columns.join('')}`;
}

function line(name: string, tally: Tally): string {
  const counts = [tally.wanted, tally.given, tally.right].map((count) => String(count).padStart(10));
  const shares = [precision, recall, f1].map((share) => (100 * share(tally)).toFixed(1).padStart(10));
  return `${name.padEnd(22)}${counts.join('')}${shares.join('')}`;
}
