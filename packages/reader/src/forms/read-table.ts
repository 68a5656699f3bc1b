import type { TableField } from '@ticket-pros/contracts/field';
import type { Form, FormTable } from '@ticket-pros/contracts/form';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { PageWord } from '../text/page-word.ts';
import { type Cell, readUnit } from '../values/read-line-items.ts';
import { heightOf, middleOf } from './frame-area.ts';
import type { FramedWord } from './frame-words.ts';
import { printShare } from './match-form.ts';
import { readPlace } from './read-place.ts';
import { type Band, settleBand, settleRows } from './settle-table.ts';

/** A table whose rows two reviews left as they were, or a member set, is believed. */
const confirmed = 0.9;
/** Where nothing tells: from row to row, and how far below its last known row a table goes on, in rows. */
const usualPitch = 22;
const mostBelow = 12;
/** A word so near to a column, in the frame, is in it. */
const nearColumn = 22;
/** Words nearer than this, in heights, belong together. */
const widestGap = 0.9;

type Column = Band & { name: string | null };

/**
 * Reads a form's table from where earlier tickets had its rows and columns: the words from its first row down to the form's
 * next print, line by line, each in the column that it stands in. Null where too little is known of it; rows of one cell are left out.
 */
export function readTable(
  table: FormTable,
  form: Form,
  words: readonly FramedWord<PageWord>[],
  type: TableField,
  dayOrder: DayOrder,
): Cell[][] | null {
  const rows = settleRows(table.rows);
  if (rows === null || rows.trust < confirmed) return null;
  const step = rows.pitch ?? usualPitch;
  const columns = columnsOf(table, form, rows.first, step);
  const reach = { left: Math.min(...columns.map((c) => c.left)), right: Math.max(...columns.map((c) => c.right)) };
  const end = endOf(form, table, rows.last, step, reach);
  const inside = words.filter((word) => {
    const { y } = middleOf(word);
    return y > rows.first - 0.75 * step && y < end && word.right > reach.left && word.left < reach.right;
  });
  return linesOf(inside, rows.pitch)
    .map((line) => readLine(line, columns, table, type, dayOrder))
    .filter((cells) => cells.length >= 2 && cells.some(({ column }) => column !== 'unit'));
}

/** The learned columns, and without a name those that the head shows beside them, which keep their words from the neighbours. */
function columnsOf({ columns }: FormTable, form: Form, first: number, step: number): Column[] {
  const known = columns.flatMap((column): Column[] => {
    const band = settleBand(column);
    return band === null ? [] : [{ ...band, name: column.field.split('.')[1] ?? null }];
  });
  const heads = form.words
    .filter((word) => printShare(word) >= 0.5 && word.y > first - 2.2 * step && word.y < first - 0.5 * step)
    .sort((a, b) => a.x - b.x)
    .reduce<(Band & { height: number })[]>((groups, { x, width, height }) => {
      const last = groups.at(-1);
      const head = { left: x - width / 2, right: x + width / 2, height };
      if (last === undefined || head.left - last.right > 1.2 * height) groups.push(head);
      else last.right = Math.max(last.right, head.right);
      return groups;
    }, []);
  const others = heads.filter((head) => known.every((band) => head.right < band.left || head.left > band.right));
  const rivals = others.filter((head) => known.every((band) => distance(head, band) > nearColumn / 2));
  return [...known, ...rivals.map(({ left, right }) => ({ left, right, name: null }))];
}

/** The form's next print below the table, over whose width it stands, ends it; so does the place of a field. */
function endOf(form: Form, table: FormTable, last: number, step: number, reach: Band): number {
  const below = (top: number, band: Band): boolean =>
    top > last + 0.3 * step && band.left < reach.right && band.right > reach.left;
  const print = form.words
    .filter((word) => printShare(word) >= 0.5)
    .map(({ x, y, width, height }) => ({ top: y - height / 2, left: x - width / 2, right: x + width / 2 }));
  const places = form.fields.flatMap((field) => field.places.slice(-1));
  const others = form.tables
    .filter((other) => other !== table)
    .flatMap((other) => ({ ...reach, top: (settleRows(other.rows)?.first ?? 0) - 0.7 * step }));
  const tops = [...print, ...places, ...others].filter((area) => below(area.top, area)).map(({ top }) => top);
  return Math.min(...tops, last + mostBelow * step);
}

function linesOf(words: readonly FramedWord<PageWord>[], pitch: number | null): FramedWord<PageWord>[][] {
  const lines: { y: number; words: FramedWord<PageWord>[] }[] = [];
  for (const word of [...words].sort((a, b) => middleOf(a).y - middleOf(b).y)) {
    const { y } = middleOf(word);
    const line = lines.at(-1);
    const reach = pitch === null ? 0.6 * heightOf(word) : 0.5 * pitch;
    if (line !== undefined && y - line.y < reach) {
      line.words.push(word);
      line.y += (y - line.y) / line.words.length;
    } else lines.push({ y, words: [word] });
  }
  return lines.map((line) => line.words.sort((a, b) => a.left - b.left));
}

function readLine(
  line: readonly FramedWord<PageWord>[],
  columns: readonly Column[],
  table: FormTable,
  type: TableField,
  dayOrder: DayOrder,
): Cell[] {
  const own = new Map<Column, PageWord[]>();
  let last: { right: number; column: Column } = {
    right: Number.NEGATIVE_INFINITY,
    column: { left: 0, right: 0, name: null },
  };
  for (const word of line) {
    const [nearest] = [...columns].sort(
      (a, b) => distance(word, a) - distance(word, b) || overlap(word, b) - overlap(word, a),
    );
    const off = nearest === undefined ? Number.POSITIVE_INFINITY : distance(word, nearest);
    const follows = off > 0 && word.left - last.right < widestGap * heightOf(word);
    const column = follows ? last.column : off < nearColumn ? nearest : undefined;
    if (column === undefined) continue;
    own.set(column, [...(own.get(column) ?? []), word.source.word]);
    last = { right: word.right, column };
  }
  return type.columns.flatMap(({ name, type: columnType }) => {
    const words = [...own].filter(([column]) => column.name === name).flatMap(([, found]) => found);
    const known = table.columns.find(({ field }) => field === `${type.name}.${name}`);
    if (words.length === 0 || known === undefined) return [];
    const typed = columnType === 'unit' ? readUnit(words) : readPlace(columnType, known, words, [], dayOrder);
    return typed === null ? [] : [{ ...typed, column: name, row: 0 }];
  });
}

function distance(a: Band, b: Band): number {
  return Math.max(0, a.left - b.right, b.left - a.right);
}

function overlap(a: Band, b: Band): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}
