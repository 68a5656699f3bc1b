import type { TableField } from '@ticket-pros/contracts/field';
import { type Segment, sharedHeight } from '../text/build-segments.ts';
import { type Area, areaAround, type PageWord } from '../text/page-word.ts';
import { canonicalLabel, likeness } from './label-wording.ts';

/**
 * The head of a table: where it is, its words, and from where to where each column reaches. Columns nobody asked for
 * have no name.
 */
export type TableHead = {
  page: number;
  area: Area;
  words: readonly PageWord[];
  columns: { name: string | null; from: number; to: number }[];
};

/** Column heads that name none of the wanted columns, but keep their cells from the neighbours. */
const otherHeads = [
  'code',
  'class',
  'weight',
  'hm',
  'nmfc',
  'st/ot',
  'item no',
  'date',
  'line',
  'start',
  'stop',
  'tax',
  'type',
  'no',
].map(canonicalLabel);
const fewestColumns = 3;
/** A phrase of more words than this is running text. */
const longestHead = 9;

type Head = Area & { words: readonly PageWord[]; page: number; name: string | null };

/** Finds lines on which at least three different column heads of the table stand side by side. */
export function findTableHeads(segments: readonly Segment[], table: TableField): TableHead[] {
  const heads = segments.flatMap((segment) => headsIn(segment, table)).sort((a, b) => a.top - b.top);
  const used = new Set<Head>();
  const found: TableHead[] = [];
  for (const head of heads) {
    if (used.has(head) || head.name === null) continue;
    const line = heads.filter(
      (other) => other.page === head.page && !used.has(other) && sharedHeight(head, other) > 0.3,
    );
    const names = new Set(line.flatMap((other) => (other.name === null ? [] : [other.name])));
    if (names.size < fewestColumns) continue;
    for (const other of line) used.add(other);
    found.push(
      layOut(
        line.sort((a, b) => a.left - b.left),
        segments,
      ),
    );
  }
  return found;
}

/** The heads in a phrase that begins with one. */
function headsIn(segment: Segment, table: TableField): Head[] {
  const { words, page } = segment;
  const heads: Head[] = [];
  let start = 0;
  while (start < words.length) {
    const match = longestMatch(words, start, table);
    if (match === null) {
      start++;
      continue;
    }
    const span = words.slice(start, match.end);
    const before = heads.at(-1);
    if (before !== undefined && before.name === match.name && before.words.at(-1) === words[start - 1]) {
      const joined = [...before.words, ...span];
      heads.splice(-1, 1, { ...areaAround(joined), words: joined, page, name: match.name });
    } else {
      heads.push({ ...areaAround(span), words: span, page, name: match.name });
    }
    start = match.end;
  }
  return heads[0]?.words[0] === words[0] && words.length <= longestHead ? heads : [];
}

function longestMatch(
  words: readonly PageWord[],
  start: number,
  table: TableField,
): { end: number; name: string | null } | null {
  for (let end = Math.min(words.length, start + 5); end > start; end--) {
    const seen = canonicalLabel(
      words
        .slice(start, end)
        .map((word) => word.text)
        .join(' '),
    );
    if (seen === '') continue;
    const column = likestColumn(seen, table);
    if (column !== undefined) return { end, name: column.name };
    if (otherHeads.some((other) => seen === other)) return { end, name: null };
  }
  return null;
}

/** Columns meet half way between the heads. The outer ones reach as far as the text of the page. */
function layOut(line: readonly Head[], segments: readonly Segment[]): TableHead {
  const page = line[0]?.page ?? 0;
  const onPage = segments.filter((segment) => segment.page === page);
  const pageArea = areaAround(onPage);
  const columns = line.map((head, i) => {
    const before = line[i - 1];
    const after = line[i + 1];
    return {
      name: head.name,
      from: before === undefined ? pageArea.left : border(before, head),
      to: after === undefined ? pageArea.right + 1 : border(head, after),
    };
  });
  const area = areaAround(line);
  const reach = { left: columns[0]?.from ?? area.left, right: columns.at(-1)?.to ?? area.right };
  return { page, area: { ...area, ...reach }, words: line.flatMap((head) => head.words), columns };
}

function likestColumn(seen: string, table: TableField): { name: string } | undefined {
  let best: { name: string; alike: number } | undefined;
  for (const { name, labels } of table.columns) {
    const alike = Math.max(...labels.map((label) => likeness(seen, canonicalLabel(label))));
    if (alike > (best?.alike ?? 0)) best = { name, alike };
  }
  return best;
}

/**
 * Where the column of one head ends and the next begins. A broad column's head stands in its middle or at its left, so
 * that the border lies nearer to a narrow neighbour: a third of the gap from it.
 */
function border(left: Head, right: Head): number {
  const gap = right.left - left.right;
  if (left.name === 'description') return right.left - Math.min(gap / 2, 1.2 * (right.right - right.left));
  if (right.name === 'description') return left.right + Math.min(gap / 2, 1.2 * (left.right - left.left));
  return left.right + gap / 2;
}
