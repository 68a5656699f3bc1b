import { ticketPrefix } from './object-key.ts';
import type { Storage } from './storage.ts';

/** Deletes every object of a ticket. @returns how many there were. */
export async function deleteTicketObjects(storage: Storage, accountId: string, ticketId: string): Promise<number> {
  let deleted = 0;
  for await (const key of storage.list(ticketPrefix(accountId, ticketId))) {
    await storage.delete(key);
    deleted += 1;
  }
  return deleted;
}
