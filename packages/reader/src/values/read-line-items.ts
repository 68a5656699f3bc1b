import type { Field, TableField } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import { type Segment, sharedHeight } from '../text/build-segments.ts';
import { type Area, areaAround, type PageWord } from '../text/page-word.ts';
import { findTableHeads, type TableHead } from './find-table-heads.ts';
import { readTyped, type Typed } from './read-typed.ts';

/** A cell of a line item: `column` is the name of the table's column, `row` counts from 1. */
export type Cell = Typed & { column: string; row: number };

/** The line items of a ticket, and every word of its tables, which therefore belongs to no plain field. */
export type LineItems = { cells: Cell[]; heads: TableHead[] };

/** A row more than this many line heights below the one before it belongs to something else. */
const widestRowGap = 4;
/** Wordings that end a table. */
const endOfTable =
  /^(?:sub[- ]?total|total|tax|sales tax|grand total|terms|remarks|received|signature|amount due|thank)/i;

/**
 * Reads the tables of a ticket by the heads of their columns: the words of each row below go to the column whose head
 * they stand under. A row counts when it has a description or two cells.
 */
export function readLineItems(segments: readonly Segment[], table: TableField | null, dayOrder: DayOrder): LineItems {
  if (table === null) return { cells: [], heads: [] };
  const heads = findTableHeads(segments, table);
  const rows = heads.flatMap((head) => {
    const below = heads.filter(
      (other) => other !== head && other.page === head.page && other.area.top > head.area.bottom,
    );
    const end = Math.min(...below.map((other) => other.area.top));
    return rowsBelow(head, segments, end).map((words) => readRow(head, words, table.columns, dayOrder));
  });
  const items = rows.filter((cells) => cells.length >= 2 && cells.some((cell) => cell.column !== 'unit'));
  return { cells: items.flatMap((cells, i) => cells.map((cell) => ({ ...cell, row: i + 1 }))), heads };
}

/** The words under a head, line by line, down to where the table ends. */
function rowsBelow(head: TableHead, segments: readonly Segment[], end: number): PageWord[][] {
  const inTable = segments
    .filter((segment) => segment.page === head.page)
    .flatMap((segment) => segment.words.map((word) => ({ word, segment })))
    .filter(({ word }) => word.top > head.area.bottom - 2 && word.bottom < end + 2)
    .filter(({ word }) => word.right > head.area.left - 20 && word.left < head.area.right + 20)
    .sort((a, b) => a.word.top + a.word.bottom - b.word.top - b.word.bottom);
  const rows: PageWord[][] = [];
  let last: Area = head.area;
  for (const { word, segment } of inTable) {
    const height = Math.max(word.bottom - word.top, last === head.area ? last.bottom - last.top : 0);
    const row = rows.at(-1);
    if (row !== undefined && sharedHeight(areaAround(row), word) > 0.5) {
      row.push(word);
      continue;
    }
    if (word.top - last.bottom > widestRowGap * height) break;
    if (segment.words[0] === word && endOfTable.test(segment.words.map((w) => w.text).join(' '))) break;
    rows.push([word]);
    last = word;
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

function readRow(head: TableHead, words: readonly PageWord[], columns: readonly Field[], dayOrder: DayOrder): Cell[] {
  return columns.flatMap((column) => {
    const places = head.columns.filter((place) => place.name === column.name);
    const own = words.filter((word) => places.some(({ from, to }) => isWithin(word, from, to)));
    const typed = column.type === 'unit' ? readUnit(own) : readTyped(column.type, own, dayOrder);
    return typed === null ? [] : [{ ...typed, column: column.name, row: 0 }];
  });
}

function isWithin(word: Area, from: number, to: number): boolean {
  const middle = (word.left + word.right) / 2;
  return middle >= from && middle < to;
}

/** In a unit column anything short is a unit, known or not (`JTS`, `can`). */
function readUnit(words: readonly PageWord[]): Typed | null {
  const word = words.find(({ text }) => /^[^\p{L}]*\p{L}{1,6}[^\p{L}]*$/u.test(text));
  const printedText = word?.text.replace(/[^\p{L}]/gu, '') ?? '';
  const normalized = normalizeFieldValue('unit', printedText);
  return word === undefined || normalized === null ? null : { words: [word], printedText, normalized, fit: 0.9 };
}
