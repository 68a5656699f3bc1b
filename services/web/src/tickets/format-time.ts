import { pageLocale } from '../messages/page-language.ts';

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** An ISO day as people write it in the page's language (`May 30, 2025`); any other text stays as it is. */
export function formatDay(day: string): string {
  const parts = isoDay.exec(day);
  if (!parts) return day;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return date.toLocaleDateString(pageLocale(), { dateStyle: 'medium', timeZone: 'UTC' });
}

/** A moment in the account's zone: only the time where it is of today there, with the day where it is not. */
export function formatTime(timestamp: string, timeZone: string, now: Date): string {
  const moment = new Date(timestamp);
  const time = moment.toLocaleTimeString(pageLocale(), { timeStyle: 'short', timeZone });
  const dayOf = (date: Date) => date.toLocaleDateString('en-CA', { timeZone });
  if (dayOf(moment) === dayOf(now)) return time;
  const sameYear = dayOf(moment).slice(0, 4) === dayOf(now).slice(0, 4);
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  const day = moment.toLocaleDateString(pageLocale(), { month: 'short', day: 'numeric', ...year, timeZone });
  return `${day}, ${time}`;
}
