import type { FieldType } from '@ticket-pros/contracts/field';
import type { Cell } from '../values/read-line-items.ts';
import { checkRelation, numberOf } from './check-rules.ts';
import { type RuleInput, rowRelation } from './relations.ts';
import { repairValues } from './repair-values.ts';

/** A cell and what quantity × rate = amount says about it. */
export type CheckedCell = Cell & { rule: 'holds' | 'fails' | 'silent' | 'repaired' };

/** Line items with the numbers put right that contradict each other in a row, where one reading is much likelier than all others. */
export function repairLineItems(cells: readonly Cell[], types: ReadonlyMap<string, FieldType>): CheckedCell[] {
  return [...new Set(cells.map(({ row }) => row))].flatMap((number) => {
    const row = cells.filter((cell) => cell.row === number);
    const repaired = repairValues(
      row.map((cell) => ({ ...cell, field: cell.column })),
      types,
      { checked: [rowRelation] },
    );
    const values = new Map([...row.map(({ column, normalized }) => [column, normalized] as const), ...repaired]);
    const result = checkRelation(rowRelation, values);
    return row.map((cell) => {
      const { column } = cell;
      const holds = result?.holds === true ? ('holds' as const) : ('fails' as const);
      const rule = result === null || !rowRelation.fields.includes(column) ? ('silent' as const) : holds;
      const normalized = repaired.get(column);
      return normalized === undefined ? { ...cell, rule } : { ...cell, normalized, rule: 'repaired' as const };
    });
  });
}

/** What the line items come to: their amounts, and the hours of those that are counted in hours. */
export function sumLineItems(cells: readonly Cell[]): RuleInput {
  const rows = [...new Set(cells.map(({ row }) => row))].map((number) => cells.filter(({ row }) => row === number));
  const inColumn = (row: readonly Cell[], wanted: string): string | undefined =>
    row.find(({ column }) => column === wanted)?.normalized;
  const amounts = rows.map((row) => numberOf(inColumn(row, 'amount')));
  const hours = rows.filter((row) => inColumn(row, 'unit') === 'HR').map((row) => numberOf(inColumn(row, 'quantity')));
  const sums = new Map<string, string>();
  for (const [name, numbers] of [
    ['items_amount', amounts],
    ['items_hours', hours],
  ] as const) {
    if (numbers.length === 0 || !numbers.every((number) => number !== null)) continue;
    const sum = numbers.reduce((all, number) => all + number, 0);
    sums.set(name, String(Math.round(sum * 1000) / 1000));
  }
  return sums;
}
