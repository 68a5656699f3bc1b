import type { EntryChanges, OutboxStore } from './outbox-store.ts';
import type { OutboxTicket } from './outbox-ticket.ts';
import { readEntries, readEntry } from './read-entries.ts';

/** What the page shows of the outbox. */
export interface OutboxView {
  /** This member's own, oldest first. Entries that did not change stay the same objects. */
  tickets: readonly OutboxTicket[];
  /** How many unsent tickets of other members are kept on this phone. */
  ofOthers: number;
  /** How far each ticket that is being sent has come, 0 to 1. */
  progress: ReadonlyMap<string, number>;
  /** Why nothing is sent until somebody does something about it. */
  paused: 'signed_out' | 'second_factor' | null;
  /** `full`: the last photo could not be kept. `newer_version`: another tab runs a newer page; load this one again. */
  trouble: 'full' | 'store_closed' | 'newer_version' | null;
  /** Whether the browser promised not to throw away what is kept here; null until it was asked. */
  persisted: boolean | null;
  nearlyFull: boolean;
}

export interface WatchedOutbox {
  view: () => OutboxView;
  subscribe: (run: () => void) => () => void;
  show: (change: Partial<OutboxView>) => void;
  showProgress: (uploadId: string, fraction: number | null) => void;
  /** Looks how much space is left. */
  measure: () => Promise<void>;
  stop: () => void;
}

type TabMessage =
  | { kind: 'written'; uploadIds: readonly string[] }
  | { kind: 'progress'; uploadId: string; fraction: number | null }
  | { kind: 'paused'; paused: OutboxView['paused'] };

/** Less than this is left: about a day's photos. */
const littleSpace = 100 * 1024 * 1024;

/** Follows one member's entries, whichever tab or worker changes them. */
export async function watchOutbox(store: OutboxStore, memberId: string): Promise<WatchedOutbox> {
  const { parts } = store;
  const listeners = new Set<() => void>();
  const own = new Map<string, OutboxTicket>();
  let view: OutboxView = {
    tickets: [],
    ofOthers: 0,
    progress: new Map(),
    paused: null,
    trouble: null,
    persisted: null,
    nearlyFull: false,
  };

  const show = (change: Partial<OutboxView>) => {
    view = { ...view, ...change };
    for (const run of listeners) run();
  };
  const showTickets = (rest: Partial<OutboxView> = {}) =>
    show({ tickets: [...own.values()].sort((one, other) => one.createdAt - other.createdAt), ...rest });
  const showFraction = (uploadId: string, fraction: number | null) => {
    const progress = new Map(view.progress);
    if (fraction === null) progress.delete(uploadId);
    else progress.set(uploadId, fraction);
    show({ progress });
  };

  let writes = 0;
  let reading: Promise<void> = Promise.resolve();
  /** One read after the other, and again where this tab wrote meanwhile, so that nothing older lands on something newer. */
  const inTurn = <T>(read: () => Promise<T>, take: (found: T) => void) => {
    reading = reading
      .then(async () => {
        for (let found: T, before = -1; before !== writes; ) {
          before = writes;
          found = await read();
          if (before === writes) take(found);
        }
      })
      .catch(() => undefined);
    return reading;
  };
  const set = (uploadId: string, ticket: OutboxTicket | null | undefined) => {
    if (ticket?.memberId === memberId) own.set(uploadId, ticket);
    else own.delete(uploadId);
  };
  const readAll = () =>
    inTurn(
      () => readEntries(store, memberId),
      (found) => {
        own.clear();
        for (const ticket of found.own) set(ticket.uploadId, ticket);
        showTickets({ ofOthers: found.unsentOfOthers });
      },
    );
  const readAgain = (uploadIds: readonly string[]) =>
    inTurn(
      () => Promise.all(uploadIds.map(async (uploadId) => [uploadId, await readEntry(store, uploadId)] as const)),
      (found) => {
        for (const [uploadId, ticket] of found) set(uploadId, ticket);
        showTickets();
      },
    );
  const take = (changes: EntryChanges) => {
    writes += 1;
    for (const [uploadId, ticket] of changes) set(uploadId, ticket);
    showTickets();
  };

  const hear = (message: unknown) => {
    if (!isTabMessage(message)) return;
    if (message.kind === 'written') void readAgain(message.uploadIds);
    else if (message.kind === 'progress') showFraction(message.uploadId, message.fraction);
    else show({ paused: message.paused });
  };
  await readAll();
  const stops = [
    store.onWritten(take),
    parts.onTabTold(hear),
    // A tab that was frozen has missed what the others told.
    parts.onAwake(() => void readAll()),
  ];

  return {
    view: () => view,
    subscribe: (run) => {
      listeners.add(run);
      return () => listeners.delete(run);
    },
    show: (change) => {
      if (change.paused !== undefined && change.paused !== view.paused) {
        parts.tellTabs({ kind: 'paused', paused: change.paused } satisfies TabMessage);
      }
      show(change);
    },
    showProgress: (uploadId, fraction) => {
      parts.tellTabs({ kind: 'progress', uploadId, fraction } satisfies TabMessage);
      showFraction(uploadId, fraction);
    },
    measure: async () => {
      const space = await parts.measureSpace().catch(() => null);
      show({ nearlyFull: space !== null && space.quota - space.usage < littleSpace });
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

function isTabMessage(message: unknown): message is TabMessage {
  return typeof message === 'object' && message !== null && 'kind' in message;
}
