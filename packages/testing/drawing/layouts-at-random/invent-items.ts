import type { SeededRandom } from '../seeded-random.ts';
import type { LineItem } from '../ticket-page.ts';
import { oneOf, shuffled, wholeBetween } from './choose.ts';
import { inventPerson } from './invent-names.ts';
import type { IssuerHabits } from './issuer-habits.ts';
import { cents, inventPrice, writeHours, writeMoney } from './write-amounts.ts';

export type ItemTrade = 'concrete' | 'service' | 'time' | 'lading';

type Ware = readonly [
  description: string,
  unit: string,
  least: number,
  most: number,
  lowPrice: number,
  highPrice: number,
];

const wares: Record<ItemTrade, readonly Ware[]> = {
  concrete: [
    ['Fuel surcharge', 'EA', 1, 1, 20, 60],
    ['Fiber mesh', 'LB', 2, 12, 5, 9],
    ['Short load fee', 'EA', 1, 1, 75, 150],
    ['Retarder', 'OZ', 10, 60, 0.5, 2],
    ['Environmental fee', 'EA', 1, 1, 8, 25],
    ['Winter heat', 'CY', 3, 10, 4, 8],
  ],
  service: [
    ['Pump truck', 'HR', 2, 12, 140, 220],
    ['Hot oil unit', 'HR', 2, 10, 150, 230],
    ['Roustabout crew', 'HR', 4, 14, 85, 140],
    ['Vacuum truck', 'HR', 2, 12, 95, 145],
    ['Methanol', 'GAL', 10, 200, 2, 6],
    ['Ball valve', 'EA', 1, 6, 45, 160],
    ['Mileage', 'MI', 20, 240, 2, 5],
    ['Standby', 'HR', 1, 6, 60, 110],
    ['Swivel joint', 'EA', 1, 4, 90, 260],
    ['Corrosion inhibitor', 'GAL', 5, 55, 14, 32],
  ],
  time: [
    ['Foreman', 'HR', 4, 10, 78, 110],
    ['Welder', 'HR', 2, 12, 80, 125],
    ['Backhoe', 'HR', 2, 9, 90, 150],
    ['1/2" EMT conduit', 'FT', 20, 200, 0.8, 3],
    ['Weld rod 6010', 'LB', 2, 20, 4, 8],
    ['Pipe clamps', 'EA', 4, 40, 2, 9],
    ['Gasket kit', 'EA', 1, 6, 18, 75],
    ['Small tools', 'LOT', 1, 1, 25, 90],
  ],
  lading: [
    ['Drill pipe 4 in', 'JTS', 10, 120, 0, 0],
    ['Cement sacks 94#', 'PLT', 2, 24, 0, 0],
    ['Rebar bundles', 'BDL', 2, 20, 0, 0],
    ['Poly tank 500 gal', 'EA', 1, 8, 0, 0],
    ['Culvert pipe', 'PCS', 2, 16, 0, 0],
    ['Valve assembly', 'CTN', 1, 30, 0, 0],
    ['Concrete block', 'CUBE', 4, 30, 0, 0],
  ],
};

/** What was sold or done, line by line: quantity × rate is the amount, and the amounts make the sum. */
export function inventItems(
  random: SeededRandom,
  trade: ItemTrade,
  { writing, upper, byHand }: IssuerHabits,
): { items: LineItem[]; sum: number; quantity: number; laborHours: number; main: string | null } {
  const cased = (text: string): string => (upper ? text.toUpperCase() : text);
  const chosen = shuffled(random, wares[trade]).slice(0, wholeBetween(random, 1, 4));
  const rows = chosen.map(([what, unit, least, most, low, high]) => {
    const isPerson = trade === 'time' && (what === 'Foreman' || what === 'Welder') && random() < 0.6;
    const halves = unit === 'HR' ? wholeBetween(random, 0, 1) / 2 : 0;
    return {
      what: isPerson ? inventPerson(random) : what,
      unit,
      count: wholeBetween(random, least, most) + halves,
      low,
      high,
    };
  });
  let main: string | null = null;
  if (trade === 'concrete') {
    const strength = `${oneOf(random, [3000, 3500, 4000, 4500])} PSI ${oneOf(random, ['1" Agg', '3/4 Agg', 'Pump', 'Air', 'Exterior'])}`;
    main = cased(strength);
    rows.unshift({ what: strength, unit: 'CY', count: wholeBetween(random, 4, 20) / 2, low: 125, high: 190 });
  }
  let sum = 0;
  const items = rows.map(({ what, unit, count, low, high }) => {
    const rate = inventPrice(random, low, high);
    const amount = cents(count * rate);
    sum = cents(sum + amount);
    const hasPrice = trade !== 'lading';
    return {
      description: cased(what),
      quantity:
        trade === 'concrete' ? count.toFixed(2) : unit === 'HR' ? writeHours(count, random, byHand) : String(count),
      unit: byHand ? unit.toLowerCase() : unit,
      rate: hasPrice ? writeMoney(rate, { ...writing, dollar: false }) : null,
      amount: hasPrice ? writeMoney(amount, { ...writing, dollar: false }) : null,
    };
  });
  const counts = rows.map(({ count }) => count);
  return {
    items,
    sum,
    quantity: trade === 'concrete' ? (counts[0] ?? 0) : counts.reduce((all, one) => all + one, 0),
    laborHours: rows.reduce((all, { unit, count }) => all + (unit === 'HR' ? count : 0), 0),
    main,
  };
}
