import type { SeededRandom } from '../seeded-random.ts';
import { between, chance, oneOf, wholeBetween } from './choose.ts';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How an issuer's machine, or one hand, writes dates, times and amounts. */
export type WritingHabits = { date: number; time: number; dollar: boolean; thousands: boolean };

export function chooseHabits(random: SeededRandom): WritingHabits {
  return {
    date: wholeBetween(random, 0, dateForms.length - 1),
    time: wholeBetween(random, 0, timeForms.length - 1),
    dollar: chance(random, 0.35),
    thousands: chance(random, 0.75),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
const dateForms: readonly ((year: number, month: number, day: number) => string)[] = [
  (y, m, d) => `${two(m)}/${two(d)}/${y}`,
  (y, m, d) => `${m}/${d}/${two(y % 100)}`,
  (y, m, d) => `${two(m)}/${two(d)}/${two(y % 100)}`,
  (y, m, d) => `${m}-${d}-${two(y % 100)}`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${two(d)}-${monthNames[m - 1]?.toUpperCase()}-${y}`,
  (y, m, d) => `${monthNames[m - 1]} ${d}, ${y}`,
  (y, m, d) => `${two(m)}-${two(d)}-${y}`,
  (y, m, d) => `${m}.${d}.${two(y % 100)}`,
  (y, m, d) => `${m}/${d}/${y}`,
  (y, m, d) => `${d} ${monthNames[m - 1]} ${y}`,
];
const timeForms: readonly ((hour: number, minute: number) => string)[] = [
  (h, m) => `${two(h)}:${two(m)}`,
  (h, m) => `${h % 12 || 12}:${two(m)} ${h < 12 ? 'AM' : 'PM'}`,
  (h, m) => `${two(h % 12 || 12)}:${two(m)} ${h < 12 ? 'AM' : 'PM'}`,
  (h, m) => `${h % 12 || 12}:${two(m)}${h < 12 ? 'am' : 'pm'}`,
  (h, m) => `${two(h)}:${two(m)}:${two((h * 7 + m * 3) % 60)}`,
  (h, m) => `${two(h)}${two(m)}`,
];

export function inventDate(random: SeededRandom, habits: WritingHabits): string {
  const form = dateForms[habits.date] ?? dateForms[0];
  return form?.(wholeBetween(random, 2023, 2026), wholeBetween(random, 1, 12), wholeBetween(random, 1, 28)) ?? '';
}

/** Minutes since midnight as the habits write them. */
export function writeTime(minutes: number, habits: WritingHabits): string {
  return (timeForms[habits.time] ?? timeForms[0])?.(Math.floor(minutes / 60) % 24, minutes % 60) ?? '';
}

export function writeMoney(amount: number, habits: WritingHabits): string {
  return `${habits.dollar ? '$' : ''}${group(amount.toFixed(2), habits)}`;
}

export function writeWhole(amount: number, habits: WritingHabits): string {
  return group(String(Math.round(amount)), habits);
}

/** Hours as a crew writes them: `8`, `8.5`, `8 1/2`, `8.50`. */
export function writeHours(hours: number, random: SeededRandom, byHand: boolean): string {
  const quarter = ['', ' 1/4', ' 1/2', ' 3/4'][Math.round((hours % 1) * 4)] ?? '';
  if (byHand && quarter !== '' && chance(random, 0.3)) return `${Math.floor(hours)}${quarter}`;
  return byHand ? String(hours) : hours.toFixed(oneOf(random, [1, 2]) === 1 && (hours * 10) % 1 === 0 ? 1 : 2);
}

export function cents(amount: number): number {
  return Math.round(amount * 100 + 1e-6) / 100;
}

/** A price in the range, to a quarter, a dime or a cent. */
export function inventPrice(random: SeededRandom, least: number, most: number): number {
  const step = oneOf(random, [0.01, 0.05, 0.25, 0.5, 1]);
  return cents(Math.round(between(random, least, most) / step) * step);
}

function group(text: string, { thousands }: WritingHabits): string {
  return thousands ? text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',') : text;
}
