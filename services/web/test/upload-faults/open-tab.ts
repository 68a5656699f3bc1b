import { IDBFactory } from 'fake-indexeddb';
import type { PhoneParts } from '../../src/capture/outbox/phone-parts.ts';
import { type Counts, count } from './fault-counts.ts';
import type { makePhoneLocks } from './phone-locks.ts';
import type { Random } from './seeded-random.ts';

/** The phones' clocks run this much faster than ours, so that waits of minutes take seconds. */
export const clockSpeed = 12;

/** One phone's browser: what stays when a tab dies. */
export type Phone = {
  index: number;
  memberId: string;
  cookie: string;
  proxyUrl: string;
  random: Random;
  /** The disk. */
  database: IDBFactory;
  locks: ReturnType<typeof makePhoneLocks>;
  tabs: Set<(message: unknown) => void>;
  awake: Set<(why: 'online' | 'seen') => void>;
  isOnline: boolean;
  /** Whether its tabs die and its signal goes. */
  isMortal: boolean;
  counts: Counts;
};

export type Tab = {
  parts: PhoneParts;
  isDead: () => boolean;
  /** Resolves when the tab was killed. */
  killed: Promise<'killed'>;
  kill: (where: string) => void;
};

const never = new Promise<never>(() => {});
const startedAt = Date.now();
export const phoneClock = () => startedAt + (Date.now() - startedAt) * clockSpeed;

/**
 * Opens a tab of a phone that dies after so many of its awaits: nothing that it waits for then ever comes back, nothing that it does is
 * done any more, and what it was writing is written or not.
 */
export function openTab(phone: Phone, livesFor: number): Tab {
  const owner = {};
  const dying = new AbortController();
  const own: (() => void)[] = [];
  const open = new Set<IDBTransaction>();
  let stepsLeft = livesFor;
  let isDead = false;
  let tellKilled: (told: 'killed') => void = () => {};
  const killed = new Promise<'killed'>((resolve) => {
    tellKilled = resolve;
  });

  const kill = (where: string) => {
    if (isDead) return;
    isDead = true;
    count(phone.counts.kills, where);
    dying.abort();
    for (const transaction of open) if (phone.random.happens(0.5)) abort(transaction);
    for (const forget of own) forget();
    phone.locks.release(owner);
    tellKilled('killed');
  };
  /** Whether the tab still lives after this await. */
  const lives = (where: string): boolean => {
    if (isDead) return false;
    stepsLeft -= 1;
    if (stepsLeft > 0) return true;
    kill(where);
    return false;
  };
  /** Its own ears: a tab does not hear itself. */
  const hears = new Set<(message: unknown) => void>();
  const listen = <Told>(listeners: Set<(told: Told) => void>, hear: (told: Told) => void) => {
    listeners.add(hear);
    own.push(() => listeners.delete(hear));
    return () => void listeners.delete(hear);
  };

  const watchTransactions = (database: IDBDatabase) => {
    const begin = database.transaction.bind(database);
    database.transaction = (...asked) => {
      if (!lives('transaction begins')) throw new DOMException('The tab is gone.', 'AbortError');
      const transaction = begin(...asked);
      open.add(transaction);
      const over = () => {
        open.delete(transaction);
        if (asked[1] === 'readwrite') lives('transaction written');
      };
      transaction.addEventListener('complete', over);
      transaction.addEventListener('abort', () => open.delete(transaction));
      return transaction;
    };
    own.push(() => database.close());
  };

  const parts: PhoneParts = {
    database: new Proxy<globalThis.IDBFactory>(phone.database, {
      get: (factory, key) => {
        if (key !== 'open') return Reflect.get(factory, key);
        return (name: string, version: number) => {
          // What a dead tab still opens is nobody's.
          if (!lives('database opens')) return new IDBFactory().open(name, version);
          const request = factory.open(name, version);
          request.addEventListener('success', () => watchTransactions(request.result));
          return request;
        };
      },
    }),
    fetch: async (url, init) => {
      if (!lives('request goes out')) return never;
      const headers = new Headers(init.headers);
      headers.set('cookie', phone.cookie);
      headers.set('x-phone', String(phone.index));
      const signals = [dying.signal, ...(init.signal ? [init.signal] : [])];
      try {
        if (!phone.isOnline) throw new TypeError('offline');
        const { cache: _, ...asked } = init;
        const response = await fetch(url, { ...asked, headers, signal: AbortSignal.any(signals) });
        if (!lives('answer begins')) return never;
        const body = await response.arrayBuffer();
        if (!lives('answer is there')) return never;
        const { status } = response;
        return new Response(status === 204 ? null : body, { status, headers: response.headers });
      } catch (error) {
        if (!lives('request failed')) return never;
        throw error;
      }
    },
    origin: phone.proxyUrl,
    locks: {
      // A dead tab asks for nothing: a lock that it got would be held for ever.
      request: (name, options, run) =>
        isDead
          ? never
          : phone.locks
              .locksOf(owner)
              .request(name, options, async (lock) => (lives('lock is had') ? run(lock) : never)),
    },
    tellTabs: (message) => {
      if (isDead) return;
      const copy: unknown = structuredClone(message);
      for (const tell of phone.tabs) if (!hears.has(tell)) queueMicrotask(() => tell(copy));
    },
    onTabTold: (run) => {
      const hear = (message: unknown) => {
        if (!isDead) run(message);
      };
      hears.add(hear);
      return listen(phone.tabs, hear);
    },
    now: phoneClock,
    random: phone.random.next,
    newId: phone.random.uuid,
    setTimer: (run, milliseconds) => {
      const timer = setTimeout(() => {
        if (lives('timer ends')) run();
      }, milliseconds / clockSpeed);
      own.push(() => clearTimeout(timer));
      return () => clearTimeout(timer);
    },
    isOnline: () => phone.isOnline,
    onAwake: (run) => listen(phone.awake, (why: 'online' | 'seen') => (isDead ? undefined : run(why))),
    persist: async () => (lives('persistence is asked') ? true : never),
    measureSpace: async () => (lives('space is measured') ? { usage: 1, quota: 1e12 } : never),
    askForBackgroundSend: () => {},
  };
  return { parts, isDead: () => isDead, killed, kill };
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It was over already.
  }
}
