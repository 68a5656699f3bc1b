import type { Field, TableField } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import { type Segment, sharedHeight } from '../text/build-segments.ts';
import { type Area, areaAround, type PageWord } from '../text/page-word.ts';
import type { Label } from './find-labels.ts';
import { findHeadLines, type HeadLine } from './find-table-heads.ts';
import { likestUnit } from './likest-unit.ts';
import { type NamedTable, nameColumns } from './name-columns.ts';
import { readTyped, type Typed } from './read-typed.ts';

/** A cell of a line item: `column` is the name of the table's column, `row` counts from 1. */
export type Cell = Typed & { column: string; row: number };

/** The line items of a ticket, and the heads of its tables, whose words belong to no plain field. */
export type LineItems = { cells: Cell[]; heads: HeadLine[] };

/** A row more than this many line heights below the one before it belongs to something else. */
const widestRowGap = 4;
/** A description runs on in the next line when that is so near, in line heights. */
const nearestLine = 0.9;
/** Wordings that end a table. */
const endOfTable =
  /^(?:sub[- ]?total|total|tax|sales tax|grand total|terms|remarks|received|signature|amount due|thank|balance)/i;
const sumFields = new Set(['subtotal', 'tax', 'total', 'signed_by']);
const leastCertainty = 0.8;

/**
 * Reads the tables of a ticket by the heads of their columns. A row counts when it has two cells; one of a description alone belongs to the row
 * above it. What has a single row with neither amounts nor units is a line of labels with their values below.
 */
export function readLineItems(
  segments: readonly Segment[],
  labels: readonly Label[],
  table: TableField | null,
  dayOrder: DayOrder,
): LineItems {
  if (table === null) return { cells: [], heads: [] };
  const lines = findHeadLines(segments, labels, table);
  const ends = labels.filter(
    ({ meanings, wording }) =>
      wording.startsWith('TOTAL') ||
      meanings.some(({ field, certainty }) => sumFields.has(field) && certainty >= leastCertainty),
  );
  const read = lines.flatMap((line) => {
    const below = lines.filter(
      (other) => other !== line && other.page === line.page && other.area.top > line.area.bottom,
    );
    const end = Math.min(...below.map((other) => other.area.top));
    const named = nameColumns(line.heads, rowsBelow(line, segments, ends, end), table);
    const items = joinLines(readRows(named, table.columns, dayOrder));
    return isTable(named, items) ? [{ line, items }] : [];
  });
  const items = read.flatMap((one) => one.items);
  return {
    cells: items.flatMap((cells, i) => cells.map((cell) => ({ ...cell, row: i + 1 }))),
    heads: read.map(({ line }) => line),
  };
}

function isTable({ columns, sums }: NamedTable, items: readonly Cell[][]): boolean {
  const names = new Set(items.flatMap((cells) => cells.map(({ column }) => column)));
  const named = columns.filter(({ name }) => name !== null).length;
  if (named < 3 && sums === 0 && items.length < 2) return false;
  const isGoods = names.has('description') && names.has('unit');
  return items.length > 1 || (items.length === 1 && (names.has('amount') || isGoods));
}

/** The words under a head, line by line, down to where the table ends. */
function rowsBelow(line: HeadLine, segments: readonly Segment[], ends: readonly Label[], end: number): PageWord[][] {
  const { area, heads } = line;
  const endWords = new Set(ends.flatMap((label) => label.words));
  const [first, second] = heads;
  const [last, before] = [heads.at(-1), heads.at(-2)];
  const left = area.left - Math.max(20, first && second ? 1.2 * (second.left - first.right) : 0);
  const right = area.right + Math.max(20, last && before ? 1.2 * (last.left - before.right) : 0);
  const inTable = segments
    .filter((segment) => segment.page === line.page)
    .flatMap((segment) => segment.words.map((word) => ({ word, segment })))
    .filter(({ word }) => !line.words.includes(word) && word.bottom < end + 2)
    .filter(({ word }) => (word.top + word.bottom) / 2 > area.bottom && word.right > left && word.left < right)
    .sort((a, b) => a.word.top + a.word.bottom - b.word.top - b.word.bottom);
  const rows: PageWord[][] = [];
  let lowest: Area = area;
  for (const { word, segment } of inTable) {
    const height = Math.max(word.bottom - word.top, lowest === area ? area.bottom - area.top : 0);
    const row = rows.find((words) => sharedHeight(areaAround(words), word) > 0.5);
    if (row !== undefined) {
      row.push(word);
      continue;
    }
    if (word.top - lowest.bottom > widestRowGap * height) break;
    rows.push([word]);
    const text = segment.words.map((own) => own.text).join(' ');
    if (endWords.has(word) || (segment.words[0] === word && endOfTable.test(text))) break;
    lowest = word;
  }
  const ended = rows.findIndex((row) => row.some((word) => endWords.has(word)) || endOfTable.test(textOf(row)));
  return (ended < 0 ? rows : rows.slice(0, ended)).map((row) => row.sort((a, b) => a.left - b.left));
}

function textOf(row: readonly PageWord[]): string {
  return [...row]
    .sort((a, b) => a.left - b.left)
    .map(({ text }) => text)
    .join(' ');
}

function readRows({ columns, rows }: NamedTable, fields: readonly Field[], dayOrder: DayOrder): Cell[][] {
  return rows.map(({ cells }) =>
    fields.flatMap((field) => {
      const own = cells[columns.findIndex(({ name }) => name === field.name)] ?? [];
      const typed = field.type === 'unit' ? readUnit(own) : readTyped(field.type, own, dayOrder);
      return typed === null ? [] : [{ ...typed, column: field.name, row: 0 }];
    }),
  );
}

/** Rows of two cells and more, with descriptions that run over several lines in one. */
function joinLines(rows: readonly Cell[][]): Cell[][] {
  const items: Cell[][] = [];
  let waiting: Cell | null = null;
  for (const cells of rows) {
    const [only] = cells;
    if (only === undefined) continue;
    if (cells.length === 1 && only.column === 'description') {
      const above = items.at(-1)?.find(({ column }) => column === 'description');
      if (above !== undefined && isNextLine(above, only)) Object.assign(above, joined(above, only));
      else waiting = waiting !== null && isNextLine(waiting, only) ? joined(waiting, only) : only;
      continue;
    }
    const isItem = cells.length >= 2 && cells.some(({ column }) => column !== 'unit');
    if (!isItem) continue;
    const own: Cell | undefined = cells.find(({ column }) => column === 'description');
    const opened: Cell | null = waiting;
    waiting = null;
    if (own === undefined && opened !== null && isNextLine(opened, only)) items.push([opened, ...cells]);
    else items.push([...cells]);
  }
  return items;
}

function isNextLine(above: Cell, below: Cell): boolean {
  const [upper, lower] = [areaAround(above.words), areaAround(below.words)];
  return lower.top - upper.bottom < nearestLine * (upper.bottom - upper.top) && lower.top > upper.top;
}

function joined(first: Cell, second: Cell): Cell {
  const printedText = `${first.printedText} ${second.printedText}`;
  const normalized = normalizeFieldValue('text', printedText) ?? first.normalized;
  return { ...first, words: [...first.words, ...second.words], printedText, normalized };
}

/** In a unit column anything short is a unit, known or not (`JTS`, `can`). */
export function readUnit(words: readonly PageWord[]): Typed | null {
  const word = words.find(({ text }) => /^\P{L}*\p{L}[\p{L}\d|!+]{0,5}\P{L}*$/u.test(text));
  if (word === undefined) return null;
  const printedText = word.text.replace(/^[^\p{L}\d]+|[^\p{L}\d+|!]+$/gu, '');
  const known = likestUnit(printedText);
  const normalized = known ?? normalizeFieldValue('unit', printedText.replace(/\P{L}/gu, ''));
  return normalized === null ? null : { words: [word], printedText, normalized, fit: 0.9 };
}
