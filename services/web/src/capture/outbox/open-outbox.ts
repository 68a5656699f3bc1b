import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxTicket } from './outbox-ticket.ts';

interface OutboxSchema extends DBSchema {
  tickets: { key: string; value: OutboxTicket };
}

export type OutboxDatabase = IDBPDatabase<OutboxSchema>;

/** Opens the phone's own store of tickets that are not yet safe on the server. */
export function openOutbox(): Promise<OutboxDatabase> {
  return openDB<OutboxSchema>('ticket-pros-outbox', 1, {
    upgrade: (database) => {
      database.createObjectStore('tickets', { keyPath: 'uploadId' });
    },
  });
}
