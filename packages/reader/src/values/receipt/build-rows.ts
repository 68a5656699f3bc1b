import { buildSegments, sharedHeight } from '../../text/build-segments.ts';
import { type Area, areaAround, type PageWord } from '../../text/page-word.ts';

/** What stands side by side on a receipt, from left to right, however far apart. */
export type Row = Area & { words: readonly PageWord[]; page: number };

const leastOverlap = 0.5;
/** Boxes of neighbours may run into each other by this share of the narrower one. */
const mostCovered = 0.3;
/** A mark of this share of the ordinary height is a speck, a rule or a signature's stroke. */
const leastHeight = 0.45;

/** The rows of a receipt from its top to its foot. */
export function buildRows(words: readonly PageWord[]): Row[] {
  const heights = words.map((word) => word.bottom - word.top).sort((a, b) => a - b);
  const ordinary = heights[Math.floor(heights.length / 2)] ?? 1;
  const segments = buildSegments(words.filter((word) => word.bottom - word.top >= leastHeight * ordinary));
  const rows: Row[] = [];
  for (const segment of segments) {
    const row = rows.findLast((other) => other.page === segment.page && isBeside(other, segment));
    if (row === undefined) rows.push(toRow(segment.words));
    else rows[rows.indexOf(row)] = toRow([...row.words, ...segment.words]);
  }
  return rows.sort((a, b) => a.page - b.page || a.top + a.bottom - b.top - b.bottom);
}

function isBeside(row: Row, other: Area): boolean {
  if (sharedHeight(row, other) < leastOverlap) return false;
  const width = other.right - other.left;
  return row.words.every((word) => {
    const shared = Math.min(word.right, other.right) - Math.max(word.left, other.left);
    return shared < mostCovered * Math.min(width, word.right - word.left);
  });
}

function toRow(words: readonly PageWord[]): Row {
  const sorted = [...words].sort((a, b) => a.left - b.left);
  return { ...areaAround(sorted), words: sorted, page: sorted[0]?.page ?? 0 };
}
