import { type OutboxDatabase, openOutboxDatabase } from './outbox-database.ts';
import type { OutboxTicket } from './outbox-ticket.ts';
import type { PhoneParts } from './phone-parts.ts';

/** The database, and who wants to know what was written to it: in this tab and in the others. */
export interface OutboxStore extends OutboxDatabase {
  parts: PhoneParts;
  /** To be called after a write, with what the entries that it touched are now. */
  written: (changes: EntryChanges) => void;
  onWritten: (run: (changes: EntryChanges) => void) => () => void;
}

/** Entries by upload id; null where there is none any more. */
export type EntryChanges = ReadonlyMap<string, OutboxTicket | null>;

/** Opens the phone's store; see `openOutboxDatabase`. */
export async function openOutboxStore(
  parts: PhoneParts,
  watch: { onBlocked: () => void; onOutdated: () => void },
): Promise<OutboxStore> {
  const database = await openOutboxDatabase(parts.database, watch);
  const listeners = new Set<(changes: EntryChanges) => void>();
  return {
    ...database,
    parts,
    written: (changes) => {
      parts.tellTabs({ kind: 'written', uploadIds: [...changes.keys()] });
      for (const run of listeners) run(changes);
    },
    onWritten: (run) => {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  };
}
