import type { SeededRandom } from '../seeded-random.ts';
import { chance, digits, oneOf, shuffled, usualOf, wholeBetween } from './choose.ts';
import { inventPerson } from './invent-names.ts';
import type { IssuerHabits, Trade } from './issuer-habits.ts';
import type { Block, BlockStyle, PlannedField } from './planned-field.ts';
import { quantityWordings, rateWordings, wordings } from './trade-wordings.ts';

/** Which fields a trade's tickets carry, besides number, date, company and customer, and how often. */
const carried: Record<Trade, Record<string, number>> = {
  scale: {
    job_name: 0.5,
    po_number: 0.5,
    truck_number: 1,
    driver: 0.6,
    material: 1,
    start_time: 0.6,
    quantity: 0.85,
    rate: 0.55,
    weights: 1,
    location: 0.2,
    trailer_number: 0.2,
    signed_by: 0.3,
    money: 0.6,
  },
  haul: {
    job_name: 0.6,
    po_number: 0.4,
    truck_number: 1,
    trailer_number: 0.5,
    driver: 0.9,
    material: 0.9,
    location: 0.8,
    start_time: 0.7,
    hours: 0.6,
    quantity: 0.9,
    rate: 0.6,
    weights: 0.9,
    signed_by: 0.6,
    job_number: 0.3,
    total: 0.5,
  },
  concrete: {
    location: 0.9,
    job_number: 0.6,
    job_name: 0.2,
    po_number: 0.6,
    truck_number: 1,
    driver: 0.8,
    start_time: 0.4,
    money: 0.85,
    signed_by: 0.5,
  },
  water: {
    location: 1,
    material: 0.9,
    afe_number: 0.4,
    po_number: 0.3,
    truck_number: 0.95,
    trailer_number: 0.5,
    driver: 1,
    start_time: 0.8,
    hours: 0.6,
    quantity: 1,
    rate: 0.6,
    total: 0.5,
    signed_by: 0.5,
  },
  fuel: {
    location: 0.6,
    po_number: 0.6,
    truck_number: 0.8,
    driver: 0.8,
    material: 1,
    quantity: 1,
    rate: 1,
    money: 1,
    signed_by: 0.5,
    start_time: 0.2,
  },
  service: {
    location: 0.9,
    afe_number: 0.6,
    po_number: 0.6,
    job_number: 0.3,
    truck_number: 0.7,
    driver: 0.3,
    start_time: 0.6,
    money: 0.95,
    signed_by: 0.8,
  },
  time: { job_name: 0.9, job_number: 0.8, po_number: 0.5, location: 0.4, hours: 0.5, money: 0.95, signed_by: 0.8 },
  lading: {
    po_number: 0.8,
    driver: 0.8,
    truck_number: 0.8,
    trailer_number: 0.8,
    location: 0.6,
    quantity: 0.7,
    total: 0.4,
    signed_by: 0.8,
  },
};

/** Labels of what no record wants. */
const others: readonly (readonly [label: string, value: (random: SeededRandom) => string])[] = [
  ['Weighmaster', inventPerson],
  ['Scale Operator', (random) => digits(random, 2)],
  ['Plant', (random) => `0${wholeBetween(random, 1, 9)}`],
  ['Terms', (random) => oneOf(random, ['Net 30', 'COD', 'On account'])],
  ['Account No.', (random) => digits(random, 5)],
  ['Permit No.', (random) => `P${digits(random, 5)}`],
  ['Seal No.', (random) => digits(random, 6)],
  ['Lic. Plate', (random) => `${digits(random, 3)}-KX${wholeBetween(random, 1, 9)}`],
  ['Odometer', (random) => digits(random, 6)],
  ['Temp', (random) => `${wholeBetween(random, 31, 99)} F`],
  ['Weather', (random) => oneOf(random, ['Clear', 'Windy', 'Rain'])],
  ['Dispatcher', inventPerson],
  ['Meter Start', (random) => digits(random, 6)],
  ['Zone', (random) => String(wholeBetween(random, 1, 9))],
  ['Lunch', (random) => oneOf(random, ['.5', '30 min', 'none'])],
  ['Slump', (random) => `${wholeBetween(random, 3, 6)}.00 in`],
];

const styles: readonly BlockStyle[] = ['line', 'line', 'cell', 'cell', 'inline', 'rows', 'colon', 'under', 'heads'];

/** The labels of a form in groups, as they stand on the paper from top to bottom. */
export function planBlocks(random: SeededRandom, habits: IssuerHabits, isSlip: boolean): Block[] {
  const has = pickFields(random, habits);
  const unitBehind = { quantity: !has.has('unit') && chance(random, 0.6), weights: chance(random, 0.7) };
  const field = (name: string): PlannedField => planField(random, name, habits, unitBehind);
  const present = (...names: string[]): PlannedField[] => names.filter((name) => has.has(name)).map(field);
  const other = (): PlannedField => {
    const [label, value] = oneOf(random, others);
    return { name: null, label, other: value(random), blank: 0.3, withUnit: false, byHand: habits.byHand };
  };
  const identity = shuffled(
    random,
    present('date', 'customer', 'job_name', 'job_number', 'po_number', 'afe_number', 'location'),
  );
  const transport = shuffled(random, present('truck_number', 'trailer_number', 'driver'));
  const times = present('start_time', 'end_time', 'hours');
  const goods = present('material', 'quantity', 'unit', 'rate');
  const weights = present('gross_weight', 'tare_weight', 'net_weight');
  if (chance(random, 0.6)) identity.push(other());
  if (chance(random, 0.6)) transport.splice(wholeBetween(random, 0, transport.length), 0, other());
  const style = (allowed: readonly BlockStyle[]): BlockStyle => (isSlip ? 'colon' : oneOf(random, allowed));
  const main = style(styles.filter((one) => one !== 'heads'));
  const second = chance(random, 0.6) ? main : style(styles);
  const block = (part: string, fields: PlannedField[], of: BlockStyle, columns: number, half = false): Block[] =>
    fields.length === 0
      ? []
      : [
          {
            part,
            style: of,
            columns: isSlip ? 1 : of === 'rows' ? Math.min(2, columns) : columns,
            fields,
            half: half && !isSlip,
          },
        ];
  const sideBySide = chance(random, 0.4);
  const firstHalf = [
    ...block('identity', identity, main, wholeBetween(random, 1, 3)),
    ...block(
      'transport',
      [...transport, ...(chance(random, 0.5) ? times.splice(0) : [])],
      second,
      wholeBetween(random, 2, 4),
    ),
    ...block('times', times, style(['line', 'cell', 'heads', 'inline', 'rows']), 3),
  ];
  const amounts = [
    ...block('goods', goods, second, wholeBetween(random, 2, 4)),
    ...block(
      'weights',
      weights,
      style(['rows', 'cell', 'heads', 'line', 'colon']),
      chance(random, 0.5) ? 3 : 1,
      sideBySide,
    ),
  ];
  return [
    ...(chance(random, 0.85) ? [...firstHalf, ...amounts] : [...amounts, ...firstHalf]),
    ...block('money', present('subtotal', 'tax', 'total'), style(['rows', 'rows', 'colon', 'cell', 'line']), 1, true),
    ...block('signing', present('signed_by'), isSlip ? 'line' : style(['under', 'line', 'under', 'cell']), 2),
  ];
}

function pickFields(random: SeededRandom, { trade, unit }: IssuerHabits): Set<string> {
  const chosen = new Set(['date', 'customer']);
  for (const [name, share] of Object.entries(carried[trade])) if (chance(random, share)) chosen.add(name);
  if (chosen.has('start_time')) chosen.add('end_time');
  if (chosen.delete('weights') && unit === 'TON')
    for (const name of ['gross_weight', 'tare_weight', 'net_weight']) chosen.add(name);
  if (chosen.delete('money')) for (const name of ['subtotal', 'tax', 'total']) chosen.add(name);
  if (chosen.has('quantity') && chance(random, 0.25)) chosen.add('unit');
  return chosen;
}

function planField(
  random: SeededRandom,
  name: string,
  { unit, byHand, trade }: IssuerHabits,
  unitBehind: { quantity: boolean; weights: boolean },
): PlannedField {
  const plain = wordings[name] ?? [];
  const perHour = trade === 'haul' || trade === 'water';
  const all =
    name === 'quantity'
      ? (quantityWordings[unit] ?? ['Quantity'])
      : name === 'rate' && !perHour && chance(random, 0.4)
        ? (rateWordings[unit] ?? plain)
        : plain;
  const signs = name === 'signed_by';
  return {
    name,
    label: usualOf(random, all),
    other: null,
    blank: ['po_number', 'afe_number', 'job_number', 'trailer_number', 'signed_by'].includes(name)
      ? 0.25
      : name === 'date' || name === 'customer'
        ? 0
        : 0.04,
    withUnit: name === 'quantity' ? unitBehind.quantity : name.endsWith('_weight') && unitBehind.weights,
    byHand: signs || (byHand && !(name === 'total' && chance(random, 0.05))),
  };
}
