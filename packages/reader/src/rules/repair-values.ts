import type { FieldType } from '@ticket-pros/contracts/field';
import type { PageWord } from '../text/page-word.ts';
import { type Alternative, alternativeNumbers } from './alternative-numbers.ts';
import { checkRelation, checkRules, type RuleInput } from './check-rules.ts';
import { type Relation, relations } from './relations.ts';

/** A value with the words that it was read from. */
type Value = { field: string; words: readonly PageWord[]; printedText: string; normalized: string };

/** A repair may be so unlikely, in nats, and has to be so much likelier than the next one. */
const mostCost = 7;
const leastMargin = 1.6;
const mostAlternatives = 60;
const mostDigits = 2;
/** What it is worth, in nats, that one more rule holds. */
const ofRule = 3;

/**
 * For numbers that contradict each other, the reading of their words that agrees, where one is much likelier than all others: the new
 * normal form by field. Rules that hold already are not broken for it.
 */
export function repairValues(values: readonly Value[], types: ReadonlyMap<string, FieldType>): Map<string, string> {
  const repaired = new Map<string, string>();
  const current = new Map(values.map(({ field, normalized }) => [field, normalized]));
  for (const relation of relations.filter((one) => checkRelation(one, current)?.holds === false)) {
    const { fields } = relation;
    const now = new Map([...current, ...repaired]);
    const readings = fields.map((field) => {
      const value = values.find((other) => other.field === field);
      const type = types.get(field);
      return value === undefined || type === undefined
        ? []
        : alternativeNumbers(type, value).slice(0, mostAlternatives);
    });
    const best = cheapestAgreeing(relation, readings, now);
    if (best === null) continue;
    for (const [field, normalized] of best) if (normalized !== current.get(field)) repaired.set(field, normalized);
  }
  return repaired;
}

type Repair = { changed: Map<string, string>; cost: number };

function cheapestAgreeing(
  relation: Relation,
  readings: readonly Alternative[][],
  now: RuleInput,
): Map<string, string> | null {
  const holding = holdingRules(now);
  const found: Repair[] = [];
  const visit = (index: number, changed: Map<string, string>, cost: number, digits: number): void => {
    const field = relation.fields[index];
    if (field === undefined) {
      const values = new Map([...now, ...changed]);
      // a relation of likelihood is silent where it holds
      if (changed.size === 0 || checkRelation(relation, values)?.holds === false) return;
      found.push({ changed, cost: cost - ofRule * (holdingRules(values) - holding) });
      return;
    }
    for (const reading of readings[index] ?? []) {
      if (cost + reading.cost > mostCost) break;
      if (digits + reading.digits > mostDigits) continue;
      const next = reading.cost === 0 ? changed : new Map([...changed, [field, reading.normalized]]);
      visit(index + 1, next, cost + reading.cost, digits + reading.digits);
    }
  };
  visit(0, new Map(), 0, 0);
  found.sort((a, b) => a.cost - b.cost);
  const [best, next] = found;
  if (best === undefined) return null;
  return next !== undefined && next.cost - best.cost < leastMargin ? null : best.changed;
}

function holdingRules(values: RuleInput): number {
  return checkRules(values).filter(({ holds }) => holds).length;
}
