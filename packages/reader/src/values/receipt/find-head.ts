import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { PageWord } from '../../text/page-word.ts';
import type { Candidate } from '../find-candidates.ts';
import type { Row } from './build-rows.ts';
import { addressSigns, isTradeAlone, nameRow, nameSigns, type RowName, withoutRegistration } from './name-row.ts';
import { repairCompany } from './repair-company.ts';
import { repairText } from './repair-text.ts';

/** A row with its text and what it is. */
type NamedRow = Row & { text: string; name: RowName };

/** The head ends within this share of the paper, and within so many rows. */
const headShare = 0.5;
const headRows = 22;
/** Rows of one block follow each other within this many heights of a row. */
const widestGap = 1.4;
const widestGapInName = 2.6;
const mostAddressRows = 6;
/** One mark or space amiss in its many words makes an address wrong, so that it is never sure. */
const leastForAddress = 0.55;
/** With the country, an address ends; the name of a mall or of a branch may follow. */
const endsInCountry =
  /\b(?:MALAYSIA|SINGAPORE|U\.?S\.?A|UNITED STATES|CANADA|MEXICO|UNITED KINGDOM|AUSTRALIA|INDIA|INDONESIA|DEUTSCHLAND|GERMANY|FRANCE|ESPAÑA)\W*$/i;
const mostRowsBetween = 6;

/** The company at the head of a receipt and the address below its name. */
export function findHead(rows: readonly Row[]): Candidate[] {
  const head = headOf(rows);
  const company = findCompanyRows(head);
  const address = findAddressRows(head, company === null ? -1 : company.last);
  return [
    ...(company === null ? [] : toCandidates('company', company.rows, company.score)),
    ...(address === null ? [] : toCandidates('address', address.rows, address.score)),
  ];
}

function headOf(rows: readonly Row[]): NamedRow[] {
  const first = rows.filter(({ page }) => page === 0);
  const top = Math.min(...first.map((row) => row.top));
  const bottom = Math.max(...first.map((row) => row.bottom));
  return first
    .filter((row) => row.top <= top + headShare * (bottom - top))
    .slice(0, headRows)
    .map((row) => {
      const text = row.words.map((word) => word.text).join(' ');
      return { ...row, text, name: nameRow(text) };
    });
}

type Block = { rows: NamedRow[]; score: number };

function findCompanyRows(head: readonly NamedRow[]): (Block & { last: number }) | null {
  const bodyAt = head.findIndex(({ name }, i) => i > 2 && (name === 'body' || name === 'priced'));
  const addressAt = head.findIndex(({ text }) => addressSigns(text) >= 2);
  const ordinary = median(head.map(heightOf));
  const [left, right] = [Math.min(...head.map((row) => row.left)), Math.max(...head.map((row) => row.right))];
  let best: (Block & { last: number }) | null = null;
  let seen = 0;
  for (const [i, row] of head.entries()) {
    if (!mayBeName(row)) continue;
    seen++;
    const signs = isTradeAlone(row.text) && nameSigns(row.text) < 3 ? 0 : nameSigns(row.text);
    let score = 0.45 + 0.1 * signs;
    if (seen === 1) score += 0.12;
    if (seen === 2) score += 0.06;
    score += 0.1 * Math.min(1, Math.max(-1, heightOf(row) / ordinary - 1));
    if (addressAt > i && addressAt - i <= 4) score += 0.1;
    if (addressAt >= 0 && addressAt < i) score -= 0.25;
    if (bodyAt >= 0 && bodyAt < i) score -= 0.25;
    if (/^[\p{Ll} ]+$/u.test(row.text)) score -= 0.3;
    // a stamp or a note beside the print
    if (row.left > (left + right) / 2) score -= 0.2;
    if (best !== null && score <= best.score) continue;
    const after = rowsAfter(head, i);
    best = { rows: [...rowsBefore(head, i), row, ...after], score: Math.min(1, score), last: i + after.length };
  }
  return best;
}

function mayBeName({ text: whole, name }: NamedRow): boolean {
  const text = withoutRegistration(whole);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3 || letters < 0.5 * text.replaceAll(' ', '').length) return false;
  return name === 'name' || name === 'plain' || (name === 'address' && addressSigns(text) < 2);
}

/** A name goes over two rows where its last one has little but a legal form or a trade, or closes what was opened before. */
function rowsBefore(head: readonly NamedRow[], i: number): NamedRow[] {
  const [row, before] = [head[i], head[i - 1]];
  if (row === undefined || before === undefined || !mayBeName(before) || nameSigns(before.text) === 3) return [];
  if (/^[\p{Ll} ]+$/u.test(before.text) || row.top - before.bottom > widestGapInName * heightOf(row)) return [];
  const closes = /^[^(]*\)/.test(row.text);
  if (!closes && !(isTradeAlone(row.text) && nameSigns(row.text) === 3)) return [];
  return [...rowsBefore(head, i - 1), before];
}

/** A name goes on where its first row ends in `&`, or the next one begins with it. */
function rowsAfter(head: readonly NamedRow[], i: number): NamedRow[] {
  const [row, next] = [head[i], head[i + 1]];
  if (row === undefined || next === undefined || !mayBeName(next)) return [];
  return /(?:&|\bAND)$/i.test(row.text) || /^(?:&|AND\b)/i.test(next.text) ? [next] : [];
}

function findAddressRows(head: readonly NamedRow[], companyAt: number): Block | null {
  const startOf = (least: number): number =>
    head.findIndex(
      ({ text, name }, i) =>
        i > companyAt &&
        i <= companyAt + mostRowsBetween &&
        name !== 'registration' &&
        name !== 'body' &&
        name !== 'priced' &&
        name !== 'paper' &&
        addressSigns(beforeContact(text)) >= least,
    );
  const endAt = head.findIndex(({ name }, i) => i > companyAt + 1 && (name === 'body' || name === 'paper'));
  const strong = startOf(1);
  const start = strong >= 0 ? strong : startOf(0.5);
  if (start < 0 || (endAt >= 0 && endAt < start && addressSigns(head[start]?.text ?? '') < 2)) return null;
  const ordinaryGap = median(head.slice(1).map((row, i) => row.top - (head[i]?.bottom ?? row.top)));
  const rows: NamedRow[] = [];
  for (const row of head.slice(start, start + mostAddressRows)) {
    const before = rows.at(-1);
    if (before !== undefined && row.top - before.bottom > Math.max(widestGap * heightOf(row), 1.5 * ordinaryGap)) break;
    if (row.name === 'priced') break;
    const isOther = row.name !== 'address' && row.name !== 'plain' && row.name !== 'name';
    const cut = beforeContact(row.text);
    if (isOther && addressSigns(cut) === 0) break;
    if (isOther && cut === row.text && addressSigns(cut) < 1.5) break;
    rows.push({ ...row, words: wordsUpTo(row.words, cut.length), text: cut });
    if (cut !== row.text || endsInCountry.test(cut)) break;
  }
  const signs = rows.reduce((sum, { text }) => sum + addressSigns(text), 0);
  return rows.length === 0 ? null : { rows, score: leastForAddress + 0.01 * Math.min(5, signs) };
}

/** What stands in a row before a telephone number. */
function beforeContact(text: string): string {
  return text.replace(/\W*\b(?:TEL|PHONE|PH|FAX|TELEPHONE|TE[1I]|H\/P)(?![A-Z]).*$/i, '');
}

function wordsUpTo(words: readonly PageWord[], length: number): PageWord[] {
  let at = 0;
  return words.filter((word) => {
    at += word.text.length + 1;
    return at - 1 <= length;
  });
}

function toCandidates(field: 'company' | 'address', rows: readonly NamedRow[], score: number): Candidate[] {
  const words = rows.flatMap((row) => row.words);
  const plain = rows.map(({ text }) => text).join(' ');
  const printedText = field === 'company' ? repairCompany(plain) : repairText(plain);
  const normalized = normalizeFieldValue('text', printedText);
  if (normalized === null || words.length === 0) return [];
  const seen = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return [
    {
      field,
      label: null,
      relation: 'unlabelled',
      words,
      printedText,
      normalized,
      fit: 1,
      score: field === 'company' ? score * (0.4 + 0.6 * seen) : score,
    },
  ];
}

function heightOf({ words }: Row): number {
  return median(words.map((word) => word.bottom - word.top));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
