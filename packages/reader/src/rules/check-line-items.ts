import type { Cell } from '../values/read-line-items.ts';

/**
 * For each row of line items that has quantity, rate and amount: whether quantity × rate = amount, to half a cent a
 * piece.
 */
export function checkLineItems(cells: readonly Cell[]): Map<number, boolean> {
  const results = new Map<number, boolean>();
  for (const row of new Set(cells.map((cell) => cell.row))) {
    const number = (column: string): number | null => {
      const cell = cells.find((other) => other.row === row && other.column === column);
      return cell === undefined ? null : Number(cell.normalized);
    };
    const [quantity, rate, amount] = [number('quantity'), number('rate'), number('amount')];
    if (quantity === null || rate === null || amount === null) continue;
    results.set(row, Math.abs(quantity * rate - amount) <= 0.005 * Math.abs(quantity) + 0.011);
  }
  return results;
}
