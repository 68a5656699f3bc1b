import type { TicketType } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { Segment } from '../text/build-segments.ts';
import type { Candidate } from './find-candidates.ts';
import type { Label } from './find-labels.ts';

/** The name stands within this share of the text's height from its top. */
const headShare = 0.3;
/** A name that does not open the page is in larger type than the ordinary. */
const leastSize = 1.2;
/** Large type at the top that names the paper and not who issued it. */
const paperNames = anyWord(`
  tickets? invoice bill_of_lading lading receipt statement delivery work_order slip manifest
  short_form original negotiable certificate page copy
`);
const scaleAlone = /^(?:public |truck )?scales?(?: house)?$/i;
const addressSigns =
  /\d{3}[-.) ]+\d{3}|\d{5}|@|www\.|https?:|\b(?:P\.?O\.? (?:box|drawer)|box \d|phone|ph\b|fax|tel)\b/i;
const companyWords = anyWord(`
  inc llc ltd co corp company services? lines? trucking transport hauling freight supply materials
  aggregates concrete mix fuel oil energy timber products landfill construction contractors?
  industrial mechanical logistics sand gravel rentals? sons bros brothers group disposal environmental
  county city
`);

/**
 * The issuing company without a label: usually the largest type at the top of the first page. Of the phrases there,
 * the one whose letters are tallest is taken; names of papers and addresses are passed over, words that companies have
 * in their names help.
 */
export function findCompany(
  segments: readonly Segment[],
  labels: readonly Label[],
  ticketType: TicketType,
): Candidate[] {
  const field = 'company';
  if (!ticketType.fields.some(({ name }) => name === field)) return [];
  const onFirst = segments.filter((segment) => segment.page === 0);
  const top = Math.min(...onFirst.map((segment) => segment.top));
  const bottom = Math.max(...onFirst.map((segment) => segment.bottom));
  const ordinary = median(onFirst.map(typeHeight));
  const labelled = new Set(labels.filter(isSureLabel).flatMap((label) => label.words));
  let best: Candidate | null = null;
  for (const segment of onFirst) {
    if (segment.top > top + headShare * (bottom - top)) continue;
    const words = segment.words.filter(
      (word, i) => /[\p{L}\p{N}&]/u.test(word.text) && !(i === 0 && isStrayMark(word.text, word.confidence)),
    );
    const suffix = legalForm(segment, onFirst);
    const rest = suffix ?? secondLine(segment, onFirst);
    if (rest !== undefined) words.push(...rest.words);
    // a second line by itself is no name
    if (onFirst.some((above) => secondLine(above, onFirst) === segment)) continue;
    if (words.length === 0 || words.some((word) => labelled.has(word))) continue;
    const printedText = words
      .map((word) => word.text)
      .join(' ')
      .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, '');
    const normalized = normalizeFieldValue('text', printedText);
    const letters = printedText.match(/\p{L}/gu)?.length ?? 0;
    if (normalized === null || letters < 5 || letters < 0.7 * printedText.length - 2) continue;
    if (paperNames.test(printedText) || scaleAlone.test(printedText) || addressSigns.test(printedText)) continue;
    const seen = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
    const size = Math.min(2.5, typeHeight(segment) / ordinary) / 2.5;
    if (typeHeight(segment) < leastSize * ordinary && segment.top > top + ordinary) continue;
    const named = companyWords.test(printedText) ? 0.15 : 0;
    const early = 0.1 * (1 - (segment.top - top) / (headShare * (bottom - top)));
    const score = Math.min(1, (0.3 + 0.5 * size + named + early) * (0.5 + 0.5 * seen));
    if (best === null || score > best.score) {
      best = { field, label: null, relation: 'unlabelled', words, printedText, normalized, fit: size, score };
    }
  }
  return best === null ? [] : [best];
}

/** `INC.` and the like, alone in the next line. */
function legalForm(name: Segment, segments: readonly Segment[]): Segment | undefined {
  const height = name.bottom - name.top;
  return segments.find(
    ({ words, top, left, right }) =>
      /^(?:inc|llc|l\.l\.c|ltd|co|corp|company)[.,]?$/i.test(words.map(({ text }) => text).join(' ')) &&
      top > (name.top + name.bottom) / 2 &&
      top - name.bottom < height &&
      right > name.left &&
      left < name.right + height,
  );
}

/** The rest of a name whose first line can't be its end: `VANCE & SONS SAND &` over `GRAVEL`. */
function secondLine(name: Segment, segments: readonly Segment[]): Segment | undefined {
  if (!/(?:&|\band|,)$/i.test(name.words.at(-1)?.text ?? '')) return undefined;
  const height = typeHeight(name);
  return segments.find(
    (segment) =>
      segment.words.length <= 3 &&
      segment.top > (name.top + name.bottom) / 2 &&
      segment.top - name.bottom < 1.2 * height &&
      Math.abs(typeHeight(segment) - height) < 0.25 * height &&
      segment.left < name.right &&
      segment.right > name.left,
  );
}

function isSureLabel(label: Label): boolean {
  return label.meanings.length === 0 || label.meanings.some(({ certainty }) => certainty >= 0.7);
}

/**
 * Matches any of the listed words, without case; an underscore stands for a space and `?` for a letter that may lack.
 */
function anyWord(list: string): RegExp {
  const words = list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));
  return new RegExp(`\\b(?:${words.join('|')})\\b`, 'i');
}

/** What a text engine makes of a logo beside the name. */
function isStrayMark(text: string, confidence: number): boolean {
  return text.length <= 3 && (confidence < 0.6 || /[^\p{L}\p{N}&.]/u.test(text));
}

/** The median height of a phrase's words, in pixels. */
function typeHeight(segment: Segment): number {
  return median(segment.words.map((word) => word.bottom - word.top));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
