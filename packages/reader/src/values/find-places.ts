import { findKnownUnit } from '@ticket-pros/contracts/normalize-unit';
import { sharedHeight } from '../text/build-segments.ts';
import type { Area, PageWord } from '../text/page-word.ts';
import type { Label } from './find-labels.ts';
import { noShift, offLine, type Shift } from './measure-shifts.ts';
import type { Phrase } from './split-at-labels.ts';

export type LabelRelation = 'right' | 'below' | 'above';
/** Words that may be a label's value, and how near to it they stand, 0 to 1. */
export type Place = {
  words: readonly PageWord[];
  /** Words behind these that a text may run on into. */
  more: readonly PageWord[];
  relation: LabelRelation;
  nearness: number;
};

/** How far below or above a label its value may begin, in heights of the taller of the two. */
const farthestBelow = 2.4;
const farthestAbove = 2;

/**
 * The places beside a label where its value may stand: right of it, below it, above it. `shift` says how
 * much lower than its label what is filled in stands on this page.
 */
export function findPlaces(label: Label, phrases: readonly Phrase[], labels: readonly Label[], shift: Shift): Place[] {
  const onPage = phrases.filter((phrase) => phrase.page === label.page);
  const others = labels.filter((other) => other !== label && other.page === label.page);
  const right = placeRight(label, onPage, others, shift);
  const places = right === null ? [] : [right];
  // a label with a colon has its value behind it, and nothing below it is its own
  if (right !== null && right.nearness > 0.9 && /:$/.test(label.words.at(-1)?.text ?? '')) return places;
  return [...places, ...placesBelow(label, onPage, others), ...placesAbove(label, onPage, others)];
}

function placeRight(label: Label, phrases: readonly Phrase[], others: readonly Label[], shift: Shift): Place | null {
  const height = label.bottom - label.top;
  const atRight = phrases
    .filter((phrase) => phrase.left > label.left && phrase.left >= label.right - height)
    .sort((a, b) => a.left - b.left);
  const adjoins = (phrase: Phrase): boolean => phrase.left - label.right < height && sharedHeight(label, phrase) > 0.4;
  const levels = [
    atRight.filter(
      (phrase) => adjoins(phrase) || (shift !== noShift && Math.abs(offLine(phrase, label, shift)) < 0.5 * height),
    ),
    atRight.filter((phrase) => sharedHeight(label, phrase) > 0.4),
    // what is filled in stands a little higher than the label on many a line
    atRight.filter((phrase) => sharedHeight(label, phrase) > 0.15),
  ];
  const onLine = levels.find((level) => level.length > 0) ?? [];
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
  const more = wordsBehind(nearest, onLine, others);
  return { words: nearest.words, more, relation: 'right', nearness: Math.max(0.55, 1 - 0.012 * Math.max(0, gap)) };
}

/** How far one area is above or below another, in pixels. */
function distanceBetween(a: Area, b: Area): number {
  return Math.max(a.top - b.bottom, b.top - a.bottom, 0);
}

/**
 * The words behind a phrase on its line that are no farther from it than two letters of wide type, up to the box of another label: one over
 * them, and where labels stand under what they name, one under them.
 */
function wordsBehind(
  first: Phrase,
  onLine: readonly Phrase[],
  others: readonly Label[],
  isAbove = false,
): readonly PageWord[] {
  const words: PageWord[] = [];
  for (const next of onLine.slice(onLine.indexOf(first) + 1)) {
    const last = words.at(-1) ?? first.words.at(-1);
    if (last === undefined || sharedHeight(last, next) < 0.6) break;
    const gap = next.left - last.right;
    const wide = Math.max(1.6 * (last.bottom - last.top), 2.2 * letterWidth(last));
    const isNextBox = others.some(
      (other) =>
        other.left > last.right - gap &&
        other.left < next.right &&
        Math.max(next.top - other.bottom, isAbove ? other.top - next.bottom : 0) > -3 &&
        distanceBetween(next, other) < 2 * (next.bottom - next.top),
    );
    if (gap > wide || isNextBox) break;
    words.push(...next.words);
  }
  return words;
}

function letterWidth({ left, right, text }: PageWord): number {
  return (right - left) / Math.max(1, text.length);
}

function isLoneUnit({ words }: Phrase): boolean {
  const text = words[0]?.text ?? '';
  if (words.length !== 1 || /^\p{L}+\W*\d/u.test(text)) return false;
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
    const onLine = phrases
      .filter((other) => other.left >= phrase.left && sharedHeight(phrase, other) > 0.6)
      .sort((a, b) => a.left - b.left);
    found.push({
      words: phrase.words,
      more: wordsBehind(phrase, onLine, others),
      relation: 'below',
      nearness: 1 - 0.08 * Math.max(0, drop / unit),
    });
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
    if (between) return [];
    const onLine = phrases
      .filter((other) => other.left >= phrase.left && sharedHeight(phrase, other) > 0.6)
      .sort((a, b) => a.left - b.left);
    const more = wordsBehind(phrase, onLine, others, true);
    return [{ words: phrase.words, more, relation: 'above' as const, nearness: 1 - 0.08 * Math.max(0, rise / unit) }];
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
