import type { FieldType } from '@ticket-pros/contracts/field';
import { type Form, type FormRows, type FormTable, formLimits } from '@ticket-pros/contracts/form';
import { type Area, heightOf, middleOf, round, unionOf } from './frame-area.ts';
import type { FramedWord } from './frame-words.ts';
import { learnPlace, learnValue, newField } from './learn-fields.ts';
import type { Located, LocatedValue } from './locate-value.ts';
import { isSameTable, settleRows } from './settle-table.ts';

type Cell = { column: string; value: Located['value']; place: LocatedValue };
type Row = { y: number; cells: readonly Cell[] };

/** Adds where the rows and columns of an example's tables stood to what a form knows of its tables. */
export function learnTables(
  { tables }: Form,
  types: ReadonlyMap<string, FieldType>,
  located: readonly Located[],
  words: readonly FramedWord[],
): FormTable[] {
  return blocksOf(rowsOf(located), words).reduce<FormTable[]>((known, rows) => {
    const block = learnBlock({ columns: [], rows: [] }, rows, types);
    const same = known.find((table) => isSameTable(table, block));
    if (same !== undefined) return known.map((table) => (table === same ? learnBlock(same, rows, types) : table));
    return [...(known.length < formLimits.tables ? known : withoutLeast(known)), block];
  }, tables);
}

function rowsOf(located: readonly Located[]): Row[] {
  const byRow = Map.groupBy(
    located.filter(({ value }) => value.row > 0),
    ({ value }) => value.row,
  );
  const rows = [...byRow.values()].flatMap((own): Row[] => {
    const cells = own.flatMap(({ value, located: place }) =>
      place === null ? [] : [{ column: value.field, value, place }],
    );
    const ys = cells.map(({ place }) => middleOf(place.area).y).sort((a, b) => a - b);
    return cells.length < 2 ? [] : [{ cells, y: ys[Math.floor(ys.length / 2)] ?? 0 }];
  });
  return rows.sort((a, b) => a.y - b.y);
}

/** Rows of one table each: another head stands between two tables, words over several columns that are in no cell. */
function blocksOf(rows: readonly Row[], words: readonly FramedWord[]): Row[][] {
  const inCells = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ place }) => place.words)));
  const blocks: Row[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1)?.at(-1);
    if (last === undefined || isHeadBetween(last, row)) blocks.push([row]);
    else blocks.at(-1)?.push(row);
  }
  return blocks;

  function isHeadBetween(above: Row, below: Row): boolean {
    const [from, to] = [areaOf(above), areaOf(below)];
    const between = words.filter((word) => {
      const { y } = middleOf(word);
      return !inCells.has(word) && y > from.bottom && y < to.top && word.left < to.right && word.right > to.left;
    });
    const covered = below.cells.filter(({ place: { area } }) =>
      between.some((word) => word.left < area.right + heightOf(area) && word.right > area.left - heightOf(area)),
    );
    return covered.length >= 2;
  }
}

function areaOf({ cells }: Row): Area {
  return unionOf(cells.map(({ place }) => place.area));
}

function learnBlock({ columns, rows: seen }: FormTable, rows: readonly Row[], types: ReadonlyMap<string, FieldType>) {
  const names = new Set([
    ...columns.map(({ field }) => field),
    ...rows.flatMap(({ cells }) => cells.map(({ column }) => column)),
  ]);
  const learned = [...names].slice(0, formLimits.columns).map((name) => {
    const known = columns.find(({ field }) => field === name) ?? newField(name);
    const cells = rows.flatMap((row) => row.cells.filter(({ column }) => column === name));
    if (cells.length === 0) return { ...known, blank: known.blank + rows.length };
    const said = cells.reduce(
      (field, { value, place }) => learnValue(field, types.get(name) ?? 'text', value, place.weight),
      { ...known, blank: known.blank + rows.length - cells.length },
    );
    const weight = Math.max(...cells.map(({ place }) => place.weight));
    return learnPlace(said, unionOf(cells.map(({ place }) => place.area)), weight);
  });
  return { columns: learned, rows: [...seen, measure(rows)].slice(-formLimits.places) };
}

function measure(rows: readonly Row[]): FormRows {
  const steps = rows.slice(1).map(({ y }, i) => y - (rows[i]?.y ?? y));
  const pitch = steps.sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)];
  return {
    first: round(rows[0]?.y ?? 0),
    last: round(rows.at(-1)?.y ?? 0),
    pitch: pitch === undefined || pitch < 1 ? null : round(pitch),
    weight: Math.max(...rows.flatMap(({ cells }) => cells.map(({ place }) => place.weight))),
  };
}

function withoutLeast(tables: readonly FormTable[]): FormTable[] {
  const least = Math.min(...tables.map((table) => settleRows(table.rows)?.trust ?? 0));
  const first = tables.findIndex((table) => (settleRows(table.rows)?.trust ?? 0) === least);
  return tables.filter((_, i) => i !== first);
}
