import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { PageWord } from '../text/page-word.ts';

const numericDate = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(?:20\d\d|\d\d)(?!\d)/;
const leastSure = 0.9;

/**
 * How a ticket itself writes dates of three numbers: a surely read date with a number above twelve tells it for all of them. The account's
 * order where none does, or where they contradict each other.
 */
export function tellDayOrder(words: readonly PageWord[], usual: DayOrder): DayOrder {
  const told = new Set<DayOrder>();
  for (const { text, confidence } of words) {
    const [, first, , second] = numericDate.exec(text) ?? [];
    if (first === undefined || second === undefined || confidence < leastSure) continue;
    const [a, b] = [Number(first), Number(second)];
    if (a > 12 && a <= 31 && b >= 1 && b <= 12) told.add('day-first');
    if (b > 12 && b <= 31 && a >= 1 && a <= 12) told.add('month-first');
  }
  const [only] = told;
  return told.size === 1 && only !== undefined ? only : usual;
}
