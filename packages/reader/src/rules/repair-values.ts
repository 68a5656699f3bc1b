import type { FieldType } from '@ticket-pros/contracts/field';
import type { PageWord } from '../text/page-word.ts';
import { type Alternative, alternativeNumbers } from './alternative-numbers.ts';
import { checkRelation, checkRules } from './check-rules.ts';
import { type Relation, type RuleInput, relations } from './relations.ts';

/** A value with the words that it was read from. */
type Value = { field: string; words: readonly PageWord[]; printedText: string; normalized: string };

/** A repair may be so unlikely, in nats, and has to be so much likelier than the next one. */
const mostCost = 7;
const mostGentleCost = 2;
const leastMargin = 1.6;
const mostAlternatives = 60;
const mostDigits = 2;
/** What it is worth, in nats, that one more rule holds. */
const ofRule = 3;

/** What is known beside the values and is not to be repaired, and the relations that should hold. */
type Beside = { known?: RuleInput; checked?: readonly Relation[] };

/**
 * For numbers that contradict each other, the reading of their words that agrees, where one is much likelier than all others: the new
 * normal form by field. Where a relation need not hold, only what it takes a decimal point or a doubtful sign to put right counts.
 */
export function repairValues(
  values: readonly Value[],
  types: ReadonlyMap<string, FieldType>,
  { known = new Map(), checked = relations }: Beside = {},
): Map<string, string> {
  const repaired = new Map<string, string>();
  const current = new Map([...known, ...values.map(({ field, normalized }) => [field, normalized] as const)]);
  const readings = new Map<string, Alternative[]>();
  const readingsOf = (field: string): Alternative[] => {
    const value = values.find((other) => other.field === field);
    const type = types.get(field);
    const fixed = current.get(field);
    if (value === undefined || type === undefined) return fixed === undefined ? [] : [unchanged(fixed)];
    const found = readings.get(field) ?? alternativeNumbers(type, value).slice(0, mostAlternatives);
    readings.set(field, found);
    return found;
  };
  for (const relation of [...checked].sort((a, b) => Number(a.onlyWhenHolding) - Number(b.onlyWhenHolding))) {
    const now = new Map([...current, ...repaired]);
    const strict = { ...relation, onlyWhenHolding: false };
    if (checkRelation(strict, now)?.holds !== false) continue;
    const options = relation.fields.map((field) =>
      repaired.has(field) ? [unchanged(now.get(field) ?? '')] : readingsOf(field),
    );
    const best = cheapestAgreeing(strict, options, now, checked, relation.onlyWhenHolding ? mostGentleCost : mostCost);
    if (best === null) continue;
    for (const [field, normalized] of best) if (normalized !== current.get(field)) repaired.set(field, normalized);
  }
  return repaired;
}

function unchanged(normalized: string): Alternative {
  return { normalized, cost: 0, digits: 0 };
}

type Repair = { changed: Map<string, string>; cost: number };

function cheapestAgreeing(
  relation: Relation,
  readings: readonly Alternative[][],
  now: RuleInput,
  checked: readonly Relation[],
  most: number,
): Map<string, string> | null {
  const holding = holdingRules(now, checked);
  const found: Repair[] = [];
  const visit = (index: number, changed: Map<string, string>, cost: number, digits: number): void => {
    const field = relation.fields[index];
    if (field === undefined) {
      const values = new Map([...now, ...changed]);
      // a relation of likelihood is silent where it holds
      if (changed.size === 0 || checkRelation(relation, values)?.holds === false) return;
      found.push({ changed, cost: cost - ofRule * (holdingRules(values, checked) - holding) });
      return;
    }
    for (const reading of readings[index] ?? []) {
      if (cost + reading.cost > most) break;
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

function holdingRules(values: RuleInput, checked: readonly Relation[]): number {
  return checkRules(values, checked).filter(({ holds }) => holds).length;
}
