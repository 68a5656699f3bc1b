import type { ReadValue } from '@ticket-pros/contracts/value';
import type { Prediction } from './score-predictions.ts';

/** What a reading says about an image: the normal form of each field, and of each cell by row. */
export function toPrediction(image: string, values: readonly ReadValue[]): Prediction {
  const fields: Prediction['fields'] = {};
  const rows = new Map<number, Record<string, string>>();
  for (const { field, row, normalized } of values) {
    const [name = field, column] = field.split('.');
    if (column === undefined) fields[name] = normalized;
    else rows.set(row, { ...rows.get(row), [column]: normalized });
  }
  return { image, fields, lineItems: [...rows.values()] };
}
