import type { TableField } from '@ticket-pros/contracts/field';
import { normalizeNumber } from '@ticket-pros/contracts/normalize-number';
import type { PageWord } from '../text/page-word.ts';
import type { ColumnHead } from './find-table-heads.ts';
import { type Column, layOutRow, type RowLayout } from './lay-out-row.ts';

/** The columns of a table by name, and its rows laid out in them. */
export type NamedTable = { columns: Column[]; rows: RowLayout[]; sums: number };

const mostNamings = 240;
/** What it is worth that quantity × rate = amount in a row; so many rows count. */
const ofSum = 0.7;
const mostSums = 4;
/** A head that can't be read, or that says something else, names a column only where the sums say so. */
const ofUnknown = -0.5;
const costShare = 0.5;

/**
 * Finds out which column is which: by the wordings of their heads (`Units` may be a quantity or a unit), by what stands in them, and by
 * quantity × rate = amount, which also tells the columns whose heads can't be read.
 */
export function nameColumns(heads: readonly ColumnHead[], rows: readonly PageWord[][], table: TableField): NamedTable {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  let best: NamedTable | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const { names, worth } of namings(heads, table)) {
    const columns = heads.map((head, i) => {
      const name = names[i] ?? null;
      return { head, name, type: name === null ? null : (types.get(name) ?? null) };
    });
    const laid = rows.map((words) => layOutRow(words, columns));
    const sums = laid.filter(({ cells }) => sumHolds(columns, cells)).length;
    const cost = laid.reduce((sum, row) => sum + row.cost, 0) / Math.max(1, laid.length);
    const score = worth + ofSum * Math.min(mostSums, sums) - costShare * cost;
    if (score > most) {
      most = score;
      best = { columns, rows: laid, sums };
    }
  }
  return best ?? { columns: [], rows: [], sums: 0 };
}

type Naming = { names: (string | null)[]; worth: number };

/** Every way to name the heads, each column at most once; the likeliest come first. */
function namings(heads: readonly ColumnHead[], table: TableField): Naming[] {
  const unsure = new Map(['quantity', 'rate', 'amount'].map((name) => [name, ofUnknown]));
  const numbers = new Map([...unsure].filter(([name]) => table.columns.some((column) => column.name === name)));
  let found: Naming[] = [{ names: [], worth: 0 }];
  for (const { options } of heads) {
    const unread = [...numbers].filter(([name]) => !options.has(name));
    const choices: [string | null, number][] = [[null, 0], ...options, ...unread];
    found = found
      .flatMap(({ names, worth }) =>
        choices
          .filter(([name]) => name === null || !names.includes(name))
          .map(([name, alike]) => ({ names: [...names, name], worth: worth + alike })),
      )
      .sort((a, b) => b.worth - a.worth)
      .slice(0, mostNamings);
  }
  return found;
}

function sumHolds(columns: readonly Column[], cells: readonly PageWord[][]): boolean {
  const number = (wanted: string): number | null => {
    const own = cells[columns.findIndex(({ name }) => name === wanted)] ?? [];
    const normalized = normalizeNumber(own.map(({ text }) => text).join(' '));
    return normalized === null ? null : Number(normalized);
  };
  const [quantity, rate, amount] = [number('quantity'), number('rate'), number('amount')];
  if (quantity === null || rate === null || amount === null || amount === 0) return false;
  return Math.abs(quantity * rate - amount) <= 0.005 * Math.abs(quantity) + 0.011;
}
