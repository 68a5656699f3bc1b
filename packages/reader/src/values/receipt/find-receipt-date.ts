import { type DayOrder, normalizeDate } from '@ticket-pros/contracts/normalize-date';
import type { PageWord } from '../../text/page-word.ts';
import type { Candidate } from '../find-candidates.ts';
import type { Row } from './build-rows.ts';

const month = '(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|SEPT|OCT|NOV|DEC)[A-Z]*';
const longYear = '(?:19[89]\\d|20\\d\\d)(?!:\\d\\d)';
const year = `(?:${longYear}|\\d\\d)`;
/** Behind a date come no more of its digits, but a time may be glued to it. */
const end = '(?=\\d{1,2}[:.]\\d\\d|\\D|$)';
const endOfNamed = '(?=\\d{1,2}[:.]?\\d\\d|\\D|$)';
/** The ways to write a date, the plainest first; `\1` is the mark between its parts. */
const forms: readonly (readonly [fit: number, pattern: RegExp])[] = [
  [1, /(?<!\d)20\d\d ?([-/.]) ?\d{1,2} ?\1 ?\d{1,2}(?=\d\d:|\D|$)/g],
  [1, new RegExp(`(?<!\\d)\\d{1,2} ?([-/.]) ?\\d{1,2} ?\\1 ?'?${year}${end}`, 'g')],
  [1, new RegExp(`(?<!\\d)\\d{1,2}(?:ST|ND|RD|TH)?[- /.,]{0,2}${month}[- /.,']{0,2}${year}${endOfNamed}`, 'gi')],
  [1, new RegExp(`(?<![A-Z])${month}[- /.]{0,2}\\d{1,2}(?:ST|ND|RD|TH)?[- /.,']{1,2}${year}${endOfNamed}`, 'gi')],
];
/** Only where the word `date` stands before them: no marks, or one that was misread. */
const labelledForms: readonly (readonly [fit: number, pattern: RegExp])[] = [
  [0.7, /(?<!\d)\d{2}[-/. ]\d{2}[-/. ]20\d\d(?!\d)/g],
  [0.7, /(?<!\d)(?:20\d\d[01]\d[0-3]\d|[0-3]\d[01]\d20\d\d)(?!\d)/g],
];
const dateLabel = /DATE|DATED|TARIKH|FECHA/;
const otherDates = /EXPIR|VALID|DUEDATE|BIRTH|DELIVERY|UNTIL|BEFORE|EFFECTIVE|SINCE|PRINTED|STARTING|RETURNBY|ENDS?\b/;
const timeBeside = /\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[AP]\.?M\b)?/i;
const leastScore = 0.4;

/** The day of the receipt: dates in many forms, with a time glued to them or not; one called a date, or with its time, is likelier. */
export function findReceiptDate(rows: readonly Row[], dayOrder: DayOrder): Candidate[] {
  const found: Candidate[] = [];
  for (const [i, row] of rows.entries()) {
    for (const { words, printedText, normalized, fit, before, after } of datesIn(row, dayOrder)) {
      const label = before.toUpperCase().replace(/[^A-Z]/g, '');
      const above = (rows[i - 1]?.words ?? [])
        .map(({ text }) => text)
        .join('')
        .toUpperCase();
      let score = 0.66;
      if (dateLabel.test(label)) score += 0.2;
      else if (dateLabel.test(above)) score += 0.1;
      if (otherDates.test(label)) score -= 0.3;
      if (timeBeside.test(after) || /TIME/.test(label)) score += 0.08;
      score -= 0.04 * (i / rows.length);
      found.push({
        field: 'date',
        label: null,
        relation: 'right',
        words,
        printedText,
        normalized,
        fit,
        score: score * fit,
      });
    }
  }
  return bestOfEach(found).filter(({ score }) => score >= leastScore);
}

/** Each day once; one that stands several times on the receipt is likelier. */
function bestOfEach(found: readonly Candidate[]): Candidate[] {
  const days = new Map<string, Candidate>();
  for (const candidate of found) {
    const other = days.get(candidate.normalized);
    if (other === undefined) days.set(candidate.normalized, candidate);
    else {
      const best = candidate.score > other.score ? candidate : other;
      days.set(candidate.normalized, { ...best, score: Math.min(1, best.score + 0.05) });
    }
  }
  return [...days.values()];
}

type Dated = Pick<Candidate, 'printedText' | 'normalized' | 'fit'> & {
  words: PageWord[];
  before: string;
  after: string;
};

function datesIn({ words }: Row, dayOrder: DayOrder): Dated[] {
  const text = words.map((word) => word.text).join(' ');
  const clean = digitsForLetters(text);
  const isLabelled = dateLabel.test(text.toUpperCase());
  const dates: Dated[] = [];
  for (const [fit, pattern] of isLabelled ? [...forms, ...labelledForms] : forms) {
    for (const match of clean.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (dates.some((other) => other.before.length < to && from < text.length - other.after.length)) continue;
      const normalized = toDay(match[0], dayOrder);
      if (normalized === null) continue;
      dates.push({
        words: wordsWithin(words, from, to),
        printedText: text.slice(from, to),
        normalized,
        fit: clean.slice(from, to) === text.slice(from, to) ? fit : 0.85 * fit,
        before: text.slice(0, from),
        after: text.slice(to),
      });
    }
  }
  return dates;
}

function toDay(text: string, dayOrder: DayOrder): string | null {
  const compact = /^(\d\d)(\d\d)(20\d\d)$/.exec(text);
  if (compact !== null) return normalizeDate(`${compact[1]}/${compact[2]}/${compact[3]}`, dayOrder);
  return normalizeDate(
    text.replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' ').replace(/ ?([-/.]) ?/g, '$1'),
    dayOrder,
  );
}

/** Zeros and ones that were read as letters, between the digits and marks of a date; as long as the text itself. */
function digitsForLetters(text: string): string {
  return text
    .replace(/(?<=[\d/.-])[Oo](?=[\d/.-])/g, '0')
    .replace(/(?<=[\d/.-])[Il|](?=[\d/.-])/g, '1')
    .replace(/\b[Oo](?=\d[/.-]\d)/g, '0')
    .replace(/(?<=\d)[~_](?=\d)/g, '-');
}

function wordsWithin(words: readonly PageWord[], from: number, to: number): PageWord[] {
  let at = 0;
  return words.filter((word) => {
    const start = at;
    at += word.text.length + 1;
    return start < to && start + word.text.length > from;
  });
}
