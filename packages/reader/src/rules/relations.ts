/** What rules look at: the normalized number, time or unit of a field, by name. */
export type RuleInput = ReadonlyMap<string, string>;

/** A relation that numbers on a ticket have to one another. */
export type Relation = {
  name: string;
  fields: readonly string[];
  /** The two sides that should be the same, given the numbers in the order of `fields`; null where it says nothing. */
  sides: (numbers: readonly number[], values: RuleInput) => readonly [number, number] | null;
  tolerance: (numbers: readonly number[]) => number;
  /** Its failing says little: other items, fees and breaks come between. */
  onlyWhenHolding: boolean;
};

const cent = 0.011;
const poundsOf: Record<string, number> = { LB: 1, KG: 2.204623, TON: 2000, TONNE: 2204.623 };
/** Breaks in hours, as crews take them. */
const breaks = [0, 0.5, 0.75, 1];
const mostTax = 0.25;

/** What a row of line items comes to. */
export const rowRelation: Relation = {
  name: 'quantity × rate = amount',
  fields: ['quantity', 'rate', 'amount'],
  sides: ([quantity = 0, rate = 0, amount = 0]) => [quantity * rate, amount],
  tolerance: ([quantity = 0]) => 0.005 * Math.abs(quantity) + cent,
  onlyWhenHolding: false,
};

/** Between the plain fields of a ticket; `items_amount` and `items_hours` are what its line items come to. */
export const relations: readonly Relation[] = [
  {
    name: 'net = gross - tare',
    fields: ['gross_weight', 'tare_weight', 'net_weight'],
    sides: ([gross = 0, tare = 0, net = 0]) => [gross - tare, net],
    tolerance: ([gross = 0]) => Math.abs(gross) * 1e-6 + 0.001,
    onlyWhenHolding: false,
  },
  {
    name: 'subtotal + tax = total',
    fields: ['subtotal', 'tax', 'total'],
    sides: ([subtotal = 0, tax = 0, total = 0]) => [subtotal + tax, total],
    tolerance: () => cent,
    onlyWhenHolding: false,
  },
  {
    name: 'tax at most a quarter of subtotal',
    fields: ['subtotal', 'tax'],
    sides: ([subtotal = 0, tax = 0]) =>
      tax <= mostTax * Math.abs(subtotal) + cent ? null : [tax, mostTax * Math.abs(subtotal)],
    tolerance: () => 0,
    onlyWhenHolding: false,
  },
  {
    name: 'tare less than gross',
    fields: ['gross_weight', 'tare_weight'],
    sides: ([gross = 0, tare = 0]) => (tare < gross ? null : [tare, gross]),
    tolerance: () => -1,
    onlyWhenHolding: false,
  },
  {
    name: 'quantity × rate = subtotal',
    fields: ['quantity', 'rate', 'subtotal'],
    sides: ([quantity = 0, rate = 0, subtotal = 0]) => [quantity * rate, subtotal],
    tolerance: ([quantity = 0]) => 0.005 * Math.abs(quantity) + cent,
    onlyWhenHolding: true,
  },
  {
    name: 'quantity × rate = total',
    fields: ['quantity', 'rate', 'total'],
    sides: ([quantity = 0, rate = 0, total = 0]) => [quantity * rate, total],
    tolerance: ([quantity = 0]) => 0.005 * Math.abs(quantity) + cent,
    onlyWhenHolding: true,
  },
  {
    name: 'line items = subtotal',
    fields: ['items_amount', 'subtotal'],
    sides: ([items = 0, subtotal = 0]) => [items, subtotal],
    tolerance: () => cent,
    onlyWhenHolding: true,
  },
  {
    name: 'line items = total',
    fields: ['items_amount', 'total'],
    sides: ([items = 0, total = 0]) => [items, total],
    tolerance: () => cent,
    onlyWhenHolding: true,
  },
  {
    name: 'hours of line items = hours',
    fields: ['items_hours', 'hours'],
    sides: ([items = 0, hours = 0]) => [items, hours],
    tolerance: () => 0.001,
    onlyWhenHolding: true,
  },
  {
    name: 'quantity = net weight in its unit',
    fields: ['net_weight', 'quantity'],
    sides: ([net = 0, quantity = 0], values) => {
      const weighedIn = poundsOf[values.get('weight_unit') ?? 'LB'];
      const soldIn = poundsOf[values.get('unit') ?? 'TON'];
      return weighedIn === undefined || soldIn === undefined ? null : [(net * weighedIn) / soldIn, quantity];
    },
    tolerance: ([, quantity = 0]) => 0.0051 + 1e-4 * Math.abs(quantity),
    onlyWhenHolding: true,
  },
  {
    name: 'hours = end - start - break',
    fields: ['start_time', 'end_time', 'hours'],
    sides: ([start = 0, end = 0, hours = 0]) => {
      const spans = breaks.map((rest) => ((end - start + 24) % 24) - rest);
      return [spans.reduce((a, b) => (Math.abs(b - hours) < Math.abs(a - hours) ? b : a)), hours];
    },
    tolerance: () => 0.13,
    onlyWhenHolding: true,
  },
];
