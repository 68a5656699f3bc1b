/**
 * How a date of three numbers is read: `month-first` as in the United States, or `day-first` as in most other
 * countries.
 */
export type DayOrder = 'month-first' | 'day-first';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekday = /\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?/gi;
const timeOfDay = /[ ,T]+\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m?\.?)?$/i;

/**
 * A date as people print it, as ISO `YYYY-MM-DD`: `03/14/2025`, `3.14.25`, `14-MAR-2025`, `March 14, 2025`,
 * `2025-03-14`. Years of two digits are of this century. Numbers that make no date in the given order are tried in the
 * other. Null for days that no calendar has and for anything else.
 */
export function normalizeDate(text: string, dayOrder: DayOrder = 'month-first'): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(weekday, '')
    .trim()
    .replace(timeOfDay, '');
  const iso =
    /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$/.exec(plain) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(plain);
  if (iso !== null) return toIso(iso[1], Number(iso[2]), iso[3]);
  const numeric = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?'?(\d{4}|\d{2})$/.exec(plain);
  if (numeric !== null) {
    const [, first, second, year] = numeric;
    const monthFirst = toIso(year, Number(first), second);
    const dayFirst = toIso(year, Number(second), first);
    return dayOrder === 'month-first' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
  }
  const dayMonth = /^(\d{1,2})(?:st|nd|rd|th)?[ \-/.]*([a-z]{3,9})[ \-/.,]*'?(\d{4}|\d{2})$/i.exec(plain);
  if (dayMonth !== null) return toIso(dayMonth[3], monthNumber(dayMonth[2]), dayMonth[1]);
  const monthDay = /^([a-z]{3,9})[ \-/.]*(\d{1,2})(?:st|nd|rd|th)?[ \-/.,]+'?(\d{4}|\d{2})$/i.exec(plain);
  return monthDay === null ? null : toIso(monthDay[3], monthNumber(monthDay[1]), monthDay[2]);
}

/** 1 to 12 for an English month's name or the beginning of one, else 0. */
function monthNumber(name = ''): number {
  const lower = name.toLowerCase();
  const month = months.indexOf(lower.slice(0, 3));
  const full = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ][month];
  return full?.startsWith(lower) === true || lower === 'sept' ? month + 1 : 0;
}

function toIso(yearText = '', month: number, dayText = ''): string | null {
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const day = Number(dayText);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
