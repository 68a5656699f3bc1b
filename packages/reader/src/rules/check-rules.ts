/** What rules look at: the normalized number or time of a field, by name. */
export type RuleInput = ReadonlyMap<string, string>;

/** A relation between fields that held or did not, told with the fields that it speaks about. */
export type RuleResult = { rule: string; fields: readonly string[]; holds: boolean };

type Rule = {
  name: string;
  fields: readonly string[];
  /** By how much the two sides of the relation may differ, given its values in the order of `fields`. */
  differs: (values: readonly number[]) => number;
  tolerance: (values: readonly number[]) => number;
};

const cent = 0.011;
const rules: readonly Rule[] = [
  {
    name: 'net = gross - tare',
    fields: ['gross_weight', 'tare_weight', 'net_weight'],
    differs: ([gross = 0, tare = 0, net = 0]) => gross - tare - net,
    tolerance: ([gross = 0]) => Math.abs(gross) * 1e-6 + 0.001,
  },
  {
    name: 'subtotal + tax = total',
    fields: ['subtotal', 'tax', 'total'],
    differs: ([subtotal = 0, tax = 0, total = 0]) => subtotal + tax - total,
    tolerance: () => cent,
  },
  {
    name: 'quantity × rate = subtotal',
    fields: ['quantity', 'rate', 'subtotal'],
    differs: ([quantity = 0, rate = 0, subtotal = 0]) => quantity * rate - subtotal,
    tolerance: ([quantity = 0]) => 0.005 * Math.abs(quantity) + cent,
  },
  {
    name: 'hours = end - start',
    fields: ['start_time', 'end_time', 'hours'],
    differs: ([start = 0, end = 0, hours = 0]) => ((end - start + 24) % 24) - hours,
    tolerance: () => 0.13,
  },
];

/** Rules whose failing says little: several items, fees and breaks come between. They count only where they hold. */
const onlyWhenHolding = new Set(['quantity × rate = subtotal', 'hours = end - start']);

/** Every rule whose fields all have values, and whether it holds. */
export function checkRules(values: RuleInput): RuleResult[] {
  return rules.flatMap(({ name, fields, differs, tolerance }) => {
    const numbers = fields.map((field) => toNumber(values.get(field)));
    if (!numbers.every((number) => number !== null)) return [];
    const holds = Math.abs(differs(numbers)) <= tolerance(numbers);
    return holds || !onlyWhenHolding.has(name) ? [{ rule: name, fields, holds }] : [];
  });
}

/** Decimal numbers as they are; times as hours since midnight. */
function toNumber(normalized: string | undefined): number | null {
  if (normalized === undefined) return null;
  const time = /^(\d\d):(\d\d)$/.exec(normalized);
  const number = time === null ? Number(normalized) : Number(time[1]) + Number(time[2]) / 60;
  return Number.isFinite(number) ? number : null;
}
