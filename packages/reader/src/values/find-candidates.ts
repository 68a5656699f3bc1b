import type { Field, TicketType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { findKnownUnit } from '@ticket-pros/contracts/normalize-unit';
import { type Segment, sharedHeight } from '../text/build-segments.ts';
import type { PageWord } from '../text/page-word.ts';
import type { Label } from './find-labels.ts';
import { readTyped, type Typed } from './read-typed.ts';
import { type Phrase, splitAtLabels } from './split-at-labels.ts';

/** A value that a field may have: where from, and how well everything about it fits, 0 to 1. */
export type Candidate = Typed & { field: string; label: Label | null; relation: Relation; score: number };
/** Where a value stands to its label; `form` where a form's place and no label leads to it, `column` in a table. */
export type Relation = LabelRelation | 'unlabelled' | 'form' | 'column';
type LabelRelation = 'right' | 'below' | 'above';

const plainRelation: Record<LabelRelation, number> = { right: 1, below: 0.9, above: 0.75 };
/** How far below or above a label its value may begin, in heights of the taller of the two. */
const farthestBelow = 2.4;
const farthestAbove = 2;
/** Labels of these words stand under the line that they name. */
const underTheLine = /SIGN|PRINT|AUTHORIZED|RECEIVED|APPROVED|ACCEPTED|REP$/;

/** Looks right of, below and, for signatures, above every label for values of its fields' types. */
export function findCandidates(
  segments: readonly Segment[],
  labels: readonly Label[],
  ticketType: TicketType,
  dayOrder: DayOrder,
): Candidate[] {
  const phrases = splitAtLabels(segments, labels);
  const fields = new Map(ticketType.fields.map((field) => [field.name, field]));
  return labels.flatMap((label) => {
    const places = label.meanings.length === 0 ? [] : placesOf(label, phrases, labels);
    return label.meanings.flatMap((meaning) => {
      const field = fields.get(meaning.field);
      return field === undefined
        ? []
        : places.flatMap((place) => readPlace(field, label, meaning.certainty, place, dayOrder));
    });
  });
}

/** Words read badly make poor texts; a number that parses has proved itself a little. */
function readWell(type: Field['type'], confidence: number): number {
  return type === 'text' ? 0.35 + 0.65 * confidence : 0.6 + 0.4 * confidence;
}

type Place = { words: readonly PageWord[]; relation: LabelRelation; nearness: number };

function readPlace(field: Field, label: Label, certainty: number, place: Place, dayOrder: DayOrder): Candidate[] {
  if (place.relation === 'above' && !(field.type === 'text' && underTheLine.test(label.wording))) return [];
  // what is below a signature's line is the next thing on the form
  if (place.relation === 'below' && /SIGNATURE$/.test(label.wording)) return [];
  const typed = readTyped(field.type, place.words, dayOrder);
  if (typed === null) return [];
  const seen = typed.words.reduce((sum, word) => sum + word.confidence, 0) / typed.words.length;
  const score = certainty * plainRelation[place.relation] * place.nearness * typed.fit * readWell(field.type, seen);
  return [{ ...typed, field: field.name, label, relation: place.relation, score }];
}

function placesOf(label: Label, phrases: readonly Phrase[], labels: readonly Label[]): Place[] {
  const onPage = phrases.filter((phrase) => phrase.page === label.page);
  const others = labels.filter((other) => other !== label && other.page === label.page);
  const right = placeRight(label, onPage, others);
  const places = right === null ? [] : [right];
  // a label with a colon has its value behind it, and nothing below it is its own
  if (right !== null && right.nearness > 0.9 && /:$/.test(label.words.at(-1)?.text ?? '')) return places;
  return [...places, ...placesBelow(label, onPage, others), ...placesAbove(label, onPage, others)];
}

function placeRight(label: Label, phrases: readonly Phrase[], others: readonly Label[]): Place | null {
  const height = label.bottom - label.top;
  const atRight = phrases
    .filter((phrase) => phrase.left > label.left && phrase.left >= label.right - height)
    .sort((a, b) => a.left - b.left);
  const level = atRight.filter((phrase) => sharedHeight(label, phrase) > 0.4);
  // what is filled in stands a little higher than the label on many a line
  const onLine = level.length > 0 ? level : atRight.filter((phrase) => sharedHeight(label, phrase) > 0.15);
  // a unit, a currency or a rate of tax between a label and its number belongs to the label: `Price … gal … 2.874`
  const [first, second] = onLine;
  const nearest = first !== undefined && second !== undefined && isLoneUnit(first) ? second : first;
  if (nearest === undefined) return null;
  const blocked = others.some(
    (other) =>
      other.left >= label.right - height && other.right <= nearest.left + height && sharedHeight(label, other) > 0.4,
  );
  if (blocked) return null;
  const gap = (nearest.left - label.right) / height;
  return { words: nearest.words, relation: 'right', nearness: Math.max(0.55, 1 - 0.012 * Math.max(0, gap)) };
}

function isLoneUnit({ words }: Phrase): boolean {
  const text = words[0]?.text ?? '';
  if (words.length !== 1) return false;
  return /^\(?[\d.]+%\)?$|^\$$/.test(text) || findKnownUnit(text.replace(/[^\p{L}]/gu, '')) !== undefined;
}

function placesBelow(label: Label, phrases: readonly Phrase[], others: readonly Label[]): Place[] {
  const height = label.bottom - label.top;
  const columnEnd = Math.min(
    ...others
      .filter((other) => other.left > label.right && sharedHeight(label, other) > 0.4)
      .map((other) => other.left),
    label.right + 30 * height,
  );
  const found: Place[] = [];
  for (const phrase of phrases) {
    const unit = Math.max(height, Math.min(phrase.bottom - phrase.top, 2 * height));
    const drop = phrase.top - label.bottom;
    const middle = (phrase.top + phrase.bottom) / 2;
    if (middle <= label.bottom || drop > farthestBelow * unit) continue;
    const aligned = phrase.left >= label.left - 2.5 * unit && phrase.left < columnEnd - 0.5 * unit;
    const covers = phrase.left < label.right && phrase.right > label.left;
    if (!covers && !(aligned && phrase.left < label.right + 3 * unit)) continue;
    const between = [...others, ...phrases].some(
      (other) =>
        other !== phrase && isBetween(other.top, other.bottom, label.bottom, middle) && overlaps(other, phrase, label),
    );
    if (between) continue;
    found.push({ words: phrase.words, relation: 'below', nearness: 1 - 0.08 * Math.max(0, drop / unit) });
  }
  return found;
}

function placesAbove(label: Label, phrases: readonly Phrase[], others: readonly Label[]): Place[] {
  const height = label.bottom - label.top;
  return phrases.flatMap((phrase) => {
    const unit = Math.max(height, Math.min(phrase.bottom - phrase.top, 2 * height));
    const rise = label.top - phrase.bottom;
    const middle = (phrase.top + phrase.bottom) / 2;
    if (middle >= label.top || rise > farthestAbove * unit) return [];
    if (phrase.left > label.right || phrase.right < label.left - unit) return [];
    const between = [...others, ...phrases].some(
      (other) =>
        other !== phrase && isBetween(other.top, other.bottom, middle, label.top) && overlaps(other, phrase, label),
    );
    return between
      ? []
      : [{ words: phrase.words, relation: 'above' as const, nearness: 1 - 0.08 * Math.max(0, rise / unit) }];
  });
}

function isBetween(top: number, bottom: number, from: number, to: number): boolean {
  const middle = (top + bottom) / 2;
  return middle > from && middle < to && bottom < to + (bottom - top) * 0.3;
}

type Span = { left: number; right: number };

/** Whether something between a label and a phrase stands in the way of both. */
function overlaps(other: Span, phrase: Span, label: Span): boolean {
  return (
    other.left < Math.max(label.right, phrase.left + 1) &&
    other.right > Math.min(label.left, phrase.left) &&
    other.right > label.left
  );
}
