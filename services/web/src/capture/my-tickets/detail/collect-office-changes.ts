import type { TicketCorrection } from '@ticket-pros/contracts/read-back';

export interface OfficeChange {
  key: string;
  field: string;
  row: number;
  from: string | null;
  to: string | null;
}

/** What others than the member itself changed on its ticket, a line for each value: what it was before them, and what they made of it. */
export function collectOfficeChanges(corrections: readonly TicketCorrection[]): OfficeChange[] {
  const changes = new Map<string, OfficeChange>();
  for (const { field, row, before, after, byOwnMember } of corrections) {
    if (byOwnMember) continue;
    const key = `${field}/${row}`;
    changes.set(key, { key, field, row, from: changes.get(key)?.from ?? before, to: after });
  }
  return [...changes.values()].filter(({ from, to }) => from !== to);
}
