import { type OutboxDatabase, openOutbox } from './open-outbox.ts';
import type { OutboxTicket } from './outbox-ticket.ts';

/** What the page shows of the outbox: its tickets, oldest first, and how far each one is sent (0 to 1). */
export interface OutboxView {
  tickets: readonly OutboxTicket[];
  progress: ReadonlyMap<string, number>;
  signedOut: boolean;
}

export interface Outbox {
  view: () => OutboxView;
  subscribe: (listener: () => void) => () => void;
  read: (uploadId: string) => Promise<OutboxTicket | undefined>;
  put: (ticket: OutboxTicket) => Promise<void>;
  remove: (uploadId: string) => Promise<void>;
  setProgress: (uploadId: string, fraction: number | null) => void;
  setSignedOut: (signedOut: boolean) => void;
}

/**
 * Opens the outbox of this phone. IndexedDB holds the truth; the view is a copy of it for the page, kept fresh across
 * tabs by a broadcast after every write.
 */
export async function startOutbox(): Promise<Outbox> {
  const database = await openOutbox();
  const channel = new BroadcastChannel('ticket-pros-outbox');
  const listeners = new Set<() => void>();
  let view: OutboxView = { tickets: await readAll(database), progress: new Map(), signedOut: false };

  const show = (change: Partial<OutboxView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const refresh = async () => show({ tickets: await readAll(database) });
  const afterWrite = async () => {
    channel.postMessage('changed');
    await refresh();
  };
  channel.addEventListener('message', () => void refresh());

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: (uploadId) => database.get('tickets', uploadId),
    put: async (ticket) => {
      await database.put('tickets', ticket);
      await afterWrite();
    },
    remove: async (uploadId) => {
      await database.delete('tickets', uploadId);
      await afterWrite();
    },
    setProgress: (uploadId, fraction) => {
      const progress = new Map(view.progress);
      if (fraction === null) progress.delete(uploadId);
      else progress.set(uploadId, fraction);
      show({ progress });
    },
    setSignedOut: (signedOut) => show({ signedOut }),
  };
}

async function readAll(database: OutboxDatabase): Promise<OutboxTicket[]> {
  const tickets = await database.getAll('tickets');
  return tickets.sort((one, other) => one.createdAt - other.createdAt);
}
