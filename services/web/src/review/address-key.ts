import type { ValueAddress } from '@ticket-pros/contracts/value';

/** One word for a value's place on its ticket, for maps and element ids. */
export function addressKey({ field, row }: ValueAddress): string {
  return row === 0 ? field : `${field}-${row}`;
}
