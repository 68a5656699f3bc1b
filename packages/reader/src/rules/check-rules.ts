import { type Relation, type RuleInput, relations } from './relations.ts';

/** A relation between fields that held or did not, told with the fields that it speaks about, and what its two sides came to. */
export type RuleResult = { rule: string; fields: readonly string[]; holds: boolean; left: number; right: number };

/** Every rule whose fields all have values and that has something to say about them. */
export function checkRules(values: RuleInput, checked: readonly Relation[] = relations): RuleResult[] {
  return checked.flatMap((relation) => checkRelation(relation, values) ?? []);
}

/** Null where a value is missing or the relation says nothing about what there is. */
export function checkRelation(relation: Relation, values: RuleInput): RuleResult | null {
  const { name, fields, sides, tolerance, onlyWhenHolding } = relation;
  const numbers = fields.map((field) => numberOf(values.get(field)));
  if (!numbers.every((number) => number !== null)) return null;
  const both = sides(numbers, values);
  if (both === null) return null;
  const [left, right] = both;
  const holds = Math.abs(left - right) <= tolerance(numbers);
  return holds || !onlyWhenHolding ? { rule: name, fields, holds, left, right } : null;
}

/** Decimal numbers as they are; times as hours since midnight; null for anything else. */
export function numberOf(normalized: string | undefined): number | null {
  if (normalized === undefined || normalized === '') return null;
  const time = /^(\d\d):(\d\d)$/.exec(normalized);
  const number = time === null ? Number(normalized) : Number(time[1]) + Number(time[2]) / 60;
  return Number.isFinite(number) ? number : null;
}
