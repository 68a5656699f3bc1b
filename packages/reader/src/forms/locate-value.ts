import type { FieldType } from '@ticket-pros/contracts/field';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import type { TicketValue } from '@ticket-pros/contracts/value';
import { foldedLikeness, foldText } from './fold-text.ts';
import { type Area, isOneLine, middleOf, shareWithin, unionOf } from './frame-area.ts';
import type { FramedWord } from './frame-words.ts';

/** A value of a reviewed ticket: what stands there, who said so, and where, if that is known. */
export type ExampleValue = Pick<TicketValue, 'field' | 'row' | 'printedText' | 'normalized' | 'box' | 'source'>;

/** Where a value stands on the page, and how much that is worth. */
export type LocatedValue = { area: Area; weight: number; words: readonly FramedWord[] };

/** A value, where its box is in the frame, and where it really stands. */
export type Located = { value: ExampleValue; boxed: Area | null; located: LocatedValue | null };

const mostWords = 8;
/** What a member set counts in full; what the reader found and nobody changed was at least looked at. */
const weightOf = { member: 1, reader: 0.5 } as const;
/** A box whose words read nothing like the value may be that of the wrong place, which the member did not move. */
const doubtfulWeight = 0.3;
const readWell = 0.9;

/**
 * Finds where a reviewed value stands: among the words that read as the value says, those nearest its box; else its box. Null for a
 * value that is neither boxed nor found. `isBoxOfRow`: the box is that of a cell's whole row.
 */
export function locateValue(
  value: ExampleValue,
  type: FieldType,
  words: readonly FramedWord[],
  boxArea: Area | null,
  isBoxOfRow = false,
): LocatedValue | null {
  const weight = weightOf[value.source];
  const inBox = boxArea === null ? [] : words.filter((word) => shareWithin(word, boxArea) > 0.5);
  if (boxArea !== null && readsAs(inBox, value, type)) return { area: unionOf(inBox), weight, words: inBox };
  const near = boxArea === null ? null : middleOf(boxArea);
  const distance = (run: readonly FramedWord[]): number => {
    const { x, y } = middleOf(unionOf(run));
    return near === null ? 0 : Math.hypot(x - near.x, y - near.y);
  };
  const runs = runsOf(value.row > 0 && boxArea !== null ? inBox : words, value, type).sort(
    (a, b) => distance(a) - distance(b),
  );
  const [nearest] = runs;
  // without a box, a value that stands in several places stands in none for sure
  const isClear = runs.length === 1 || (near !== null && (value.row > 0 || isDistinct(value)));
  if (nearest !== undefined && isClear) {
    return { area: unionOf(nearest), weight, words: nearest };
  }
  if (boxArea === null || isBoxOfRow) return null;
  const likeness = foldedLikeness(foldText(textOf(inBox)), foldText(value.normalized ?? ''));
  if (likeness > 0.4) return { area: boxArea, weight, words: inBox };
  // something else was read there, and well: the member set the value and left the box where it was
  if (inBox.length > 0 && inBox.every(({ source }) => source.word.confidence >= readWell)) return null;
  return { area: boxArea, weight: weight * doubtfulWeight, words: inBox };
}

/** Whether a value is long enough that words that read so are meant. */
function isDistinct({ normalized }: ExampleValue): boolean {
  return (normalized ?? '').length >= 3;
}

/** Runs of neighbouring words of a line that read as the value. */
function runsOf(words: readonly FramedWord[], value: ExampleValue, type: FieldType): FramedWord[][] {
  const wanted = Math.max(...spellingsOf(value).map(({ length }) => length), 0);
  const byLeft = [...words].sort((a, b) => a.left - b.left);
  const runs: FramedWord[][] = [];
  for (const first of words) {
    const line = byLeft.filter((word) => word === first || (word.left >= first.left && isOneLine(word, first)));
    let length = 0;
    for (let end = 1; end <= Math.min(mostWords, line.length); end++) {
      length += line[end - 1]?.source.folded.length ?? 0;
      if (length > wanted + 12) break;
      const run = line.slice(0, end);
      if (readsAs(run, value, type)) {
        runs.push(run);
        break;
      }
    }
  }
  return runs;
}

function readsAs(words: readonly FramedWord[], value: ExampleValue, type: FieldType): boolean {
  const { normalized } = value;
  if (words.length === 0 || normalized === null) return false;
  const text = textOf(words);
  if (normalizeFieldValue(type, text)?.toUpperCase() === normalized.toUpperCase()) return true;
  const folded = foldText(text);
  return folded !== '' && spellingsOf(value).includes(folded);
}

/**
 * What a value may look like on the page, folded: as it is, and as the reader saw it, unless a member put something quite
 * different in its place, so that the reader looked elsewhere.
 */
function spellingsOf({ normalized, printedText, source }: ExampleValue): string[] {
  const [meant, seen] = [foldText(normalized ?? ''), foldText(printedText ?? '')];
  return source === 'reader' || foldedLikeness(meant, seen) > 0.4 ? [meant, seen] : [meant];
}

function textOf(words: readonly FramedWord[]): string {
  return [...words]
    .sort((a, b) => a.left - b.left)
    .map(({ source }) => source.word.text)
    .join(' ');
}
