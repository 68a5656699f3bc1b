import type { FieldType } from '@ticket-pros/contracts/field';
import type { PageWord } from '../text/page-word.ts';
import type { Relation } from '../values/find-candidates.ts';

/** What is known about a value when its confidence is told. */
export type Evidence = {
  type: FieldType;
  words: readonly PageWord[];
  /** How well label, place and form fit, 0 to 1. */
  score: number;
  /** By how much that is better than for the next best reading of the field, 0 to 1. */
  margin: number;
  /** Where the value stands to its label. */
  relation: Relation;
  /**
   * Of the rules that speak about the value: one chose another reading than the likeliest, one holds, or one fails and
   * none holds.
   */
  rule: RuleOutcome;
};

export type RuleOutcome = 'holds' | 'fails' | 'silent' | 'repaired';

/** How often a value of each type is right when its words were read with full confidence and its label fits. */
const ceiling: Record<FieldType, number> = {
  text: 0.88,
  code: 0.9,
  number: 0.92,
  money: 0.93,
  date: 0.95,
  time: 0.93,
  unit: 0.94,
};

/**
 * The probability that a value is right, from simple evidence: the text engine's confidence in its least sure word,
 * how well its label and place fit, and the rules. A heuristic, not yet fitted to data; it stays below 0.98 whatever
 * speaks for a value.
 */
export function scoreConfidence({ type, words, score, rule }: Evidence): number {
  const least = Math.min(...words.map((word) => word.confidence));
  const read = 0.25 + 0.75 * least;
  const found = Math.min(1, 0.35 + 0.75 * score);
  const plain = ceiling[type] * read * found;
  const ruled = rule === 'holds' ? 1 - (1 - plain) * 0.25 : rule === 'fails' ? plain * 0.45 : plain;
  return Math.round(Math.min(0.98, Math.max(0.02, ruled)) * 1000) / 1000;
}
