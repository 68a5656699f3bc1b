import type { TicketType } from '@ticket-pros/contracts/field';
import { findKnownUnit } from '@ticket-pros/contracts/normalize-unit';
import { type Segment, sharedHeight } from '../text/build-segments.ts';
import type { PageWord } from '../text/page-word.ts';
import type { Candidate } from './find-candidates.ts';

/** Which numbers a unit without a label of its own belongs to, the surest first. */
const unitOf: Record<string, readonly string[]> = {
  unit: ['quantity'],
  weight_unit: ['net_weight', 'gross_weight', 'tare_weight'],
};
const weightUnits = new Set(['LB', 'KG', 'TON', 'TONNE']);
const farthestGap = 6;

/**
 * Units that have no label: the word right of the number that they belong to (`43,700 lb`, `580.9GAL`), or in that number's label
 * (`Gross (lbs)`, `Gallons`). Weights may also have theirs in a heading or a sentence on the page (`All weights in
 * pounds`).
 */
export function findAdjacentUnits(
  chosen: readonly Candidate[],
  segments: readonly Segment[],
  ticketType: TicketType,
): Candidate[] {
  const done = new Set(chosen.map((candidate) => candidate.field));
  return ticketType.fields.flatMap((field) => {
    const numbers = field.type === 'unit' && !done.has(field.name) ? (unitOf[field.name] ?? []) : [];
    for (const name of numbers) {
      const number = chosen.find((candidate) => candidate.field === name);
      const word = number && (wordWithin(number) ?? wordBehind(number, segments) ?? wordInLabel(number));
      if (number !== undefined && word !== undefined) return [unitCandidate(field.name, word, number.score)];
    }
    const weighed = field.name === 'weight_unit' && numbers.some((name) => done.has(name));
    const stated = weighed ? statedWeightUnit(segments) : undefined;
    return stated === undefined ? [] : [unitCandidate(field.name, stated, 0.7)];
  });
}

function unitCandidate(field: string, word: PageWord, score: number): Candidate {
  const printedText = bare(word.text);
  const normalized = findKnownUnit(printedText) ?? unitOfGarbled(printedText) ?? printedText;
  return { field, label: null, relation: 'unlabelled', words: [word], printedText, normalized, fit: 1, score };
}

/** The unit that a number's last word ends in (`580.9GAL`). */
function wordWithin(number: Candidate): PageWord | undefined {
  const last = number.words.at(-1);
  const text = /^[^\p{L}]*\d[^\p{L}]*?((?<=,\d{3})1bs?|\p{L}+\.?)$/u.exec(last?.text ?? '')?.[1];
  return last !== undefined && text !== undefined && isUnit(text) ? { ...last, text } : undefined;
}

function wordBehind(number: Candidate, segments: readonly Segment[]): PageWord | undefined {
  const last = number.words.at(-1);
  if (last === undefined) return undefined;
  const height = last.bottom - last.top;
  const next = segments
    .flatMap((segment) => segment.words)
    .filter((word) => word.page === last.page && word.left >= last.right - 2 && sharedHeight(word, last) > 0.4)
    .sort((a, b) => a.left - b.left)[0];
  return next !== undefined && next.left - last.right < farthestGap * height && isUnit(next.text) ? next : undefined;
}

function wordInLabel(number: Candidate): PageWord | undefined {
  return number.label?.words.find((word) => isUnit(word.text));
}

function statedWeightUnit(segments: readonly Segment[]): PageWord | undefined {
  const words = segments.flatMap((segment) => segment.words);
  // `in pounds.Scaler certifies …` is read without a space now and then
  const named = words.map((word) => ({
    word,
    text: /(?<!\p{L})(?:pounds|lbs|kilograms|tons|tonnes)(?!\p{L})/iu.exec(word.text)?.[0],
  }));
  const found = named.find(({ text }) => text !== undefined && weightUnits.has(findKnownUnit(text) ?? ''));
  return found?.text === undefined ? undefined : { ...found.word, text: found.text };
}

function isUnit(text: string): boolean {
  const word = bare(text);
  return word !== '' && (findKnownUnit(word) ?? unitOfGarbled(word)) !== undefined;
}

/** `1b` and `Ib` are how engines read `lb`. */
function unitOfGarbled(text: string): string | undefined {
  return /^[1Il|]bs?$/i.test(text) ? 'LB' : undefined;
}

function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}#]+$/gu, '');
}
