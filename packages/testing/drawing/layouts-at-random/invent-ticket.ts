import type { SeededRandom } from '../seeded-random.ts';
import type { LineItem } from '../ticket-page.ts';
import { between, chance, digits, oneOf, wholeBetween } from './choose.ts';
import { inventItems } from './invent-items.ts';
import { inventCustomer, inventJob, inventLocation, inventPerson } from './invent-names.ts';
import type { IssuerHabits, Trade } from './issuer-habits.ts';
import { cents, inventDate, inventPrice, writeHours, writeMoney, writeTime, writeWhole } from './write-amounts.ts';

export type InventedTicket = { fields: Record<string, string>; items: LineItem[] };

const materials: Record<Trade, readonly string[]> = {
  scale: list(
    '3/4 Crushed Rock|Base Course|Washed Sand|Fill Dirt|Rip Rap 12"|Pea Gravel|MSW|C&D Debris|Yellow Corn|1-1/2 Road Base|Topsoil|Asphalt Millings|Green Waste|#57 Stone',
  ),
  haul: list('Fill Dirt|Caliche|Millings|Road Base|Select Fill|Clay|Broken Concrete|Screened Topsoil|3" Minus|Sand'),
  concrete: list(
    '3000 PSI 1" Agg|4000 PSI Air|4500 PSI Paving|Grout 3/8|5 Sack Flowable|3500 PSI Pump Mix|Class A Structural',
  ),
  water: list('Produced Water|Fresh Water|Brine 10#|Flowback|KCL Water|Tank Bottoms|Drilling Mud|Cut Brine'),
  fuel: list('ULSD #2 Dyed|Clear Diesel|Unleaded 87|Off Road Diesel|Propane|15W-40 Bulk|DEF|Kerosene'),
  service: list('Hot Oil|Pump Truck|Roustabout|Swab Rig'),
  time: list('Repairs|Demolition|Conduit|Pipe Fitting'),
  lading: list('Steel Beams|Palletized Stone|Pipe|Lumber|Rebar|Valves'),
};

/** The values of one ticket as they are written on it; what belongs together agrees: weights, sums, tax, hours. */
export function inventTicket(random: SeededRandom, habits: IssuerHabits): InventedTicket {
  const { trade, writing, byHand } = habits;
  const cased = (text: string): string => (habits.upper ? text.toUpperCase() : text);
  const money = (amount: number): string => writeMoney(amount, writing);
  const fields: Record<string, string> = {
    ticket_number: `${habits.numberPrefix}${digits(random, habits.numberDigits)}`,
    date: inventDate(random, writing),
    customer: cased(inventCustomer(random)),
    job_name: cased(inventJob(random)),
    job_number: `${habits.codes.job}${digits(random, 4)}`,
    location: cased(inventLocation(random, trade)),
    po_number: `${habits.codes.po}${digits(random, wholeBetween(random, 4, 6))}`,
    afe_number: `${oneOf(random, ['', 'A-', 'AFE'])}${digits(random, wholeBetween(random, 5, 6))}`,
    driver: cased(inventPerson(random)),
    truck_number: `${habits.codes.truck}${digits(random, wholeBetween(random, 2, 4))}`,
    trailer_number: `${oneOf(random, ['', 'T-', '53-', 'P'])}${digits(random, wholeBetween(random, 2, 4))}`,
    material: cased(oneOf(random, materials[trade])),
    unit: habits.unitText,
    weight_unit: habits.weightUnit,
    signed_by: inventPerson(random),
  };
  const start = wholeBetween(random, 20, 40) * 15;
  const quarters = trade === 'scale' || trade === 'concrete' ? 0 : wholeBetween(random, 4, 44);
  const end = quarters === 0 ? start + wholeBetween(random, 6, 55) : start + quarters * 15;
  Object.assign(fields, { start_time: writeTime(start, writing), end_time: writeTime(end, writing) });
  const hours = quarters / 4;
  if (quarters > 0) fields.hours = writeHours(hours, random, byHand);

  if (trade === 'concrete' || trade === 'service' || trade === 'time' || trade === 'lading') {
    const { items, sum, quantity, laborHours, main } = inventItems(random, trade, habits);
    if (main !== null) fields.material = main;
    if (trade === 'time') fields.hours = laborHours > 0 ? writeHours(laborHours, random, byHand) : '';
    fields.quantity = trade === 'concrete' ? quantity.toFixed(2) : String(quantity);
    const price = trade === 'lading' ? inventPrice(random, 80, 2400) : sum;
    return { fields: { ...fields, ...withTax(price, habits.taxRate, money) }, items };
  }
  const { amount, text, perUnit } = inventAmount(random, habits, fields);
  const byHour = (trade === 'haul' || trade === 'water') && chance(random, 0.5);
  const rate = byHour ? inventPrice(random, 75, 165) : perUnit;
  fields.quantity = text;
  fields.rate = trade === 'fuel' ? `${writing.dollar ? '$' : ''}${rate.toFixed(3)}` : money(rate);
  Object.assign(fields, withTax(cents((byHour ? hours : amount) * rate), habits.taxRate, money));
  return { fields, items: [] };
}

/** Weights and the amount that follows from them, or an amount alone, and what one costs. */
function inventAmount(
  random: SeededRandom,
  { trade, unit, writing }: IssuerHabits,
  fields: Record<string, string>,
): { amount: number; text: string; perUnit: number } {
  if (unit === 'TON') {
    const tare = wholeBetween(random, 1100, 1750) * 20;
    const net = wholeBetween(random, 500, 2600) * 20;
    fields.gross_weight = writeWhole(tare + net, writing);
    fields.tare_weight = writeWhole(tare, writing);
    fields.net_weight = writeWhole(net, writing);
    return { amount: net / 2000, text: (net / 2000).toFixed(2), perUnit: inventPrice(random, 6, 58) };
  }
  if (unit === 'LOAD') {
    const loads = wholeBetween(random, 1, 14);
    return { amount: loads, text: String(loads), perUnit: inventPrice(random, 85, 240) };
  }
  if (trade === 'fuel') {
    const gallons = Math.round(between(random, 45, 2200) * 10) / 10;
    return { amount: gallons, text: gallons.toFixed(1), perUnit: Math.round(between(random, 2.4, 4.9) * 1000) / 1000 };
  }
  const barrels = wholeBetween(random, 60, 140);
  return { amount: barrels, text: String(barrels), perUnit: inventPrice(random, 0.5, 3.5) };
}

function withTax(sum: number, rate: number, money: (amount: number) => string): Record<string, string> {
  const tax = cents(sum * rate);
  return { subtotal: money(sum), tax: money(tax), total: money(cents(sum + tax)) };
}

function list(text: string): string[] {
  return text.split('|');
}
