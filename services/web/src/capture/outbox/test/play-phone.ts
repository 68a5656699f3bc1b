import { IDBFactory } from 'fake-indexeddb';
import { hashPhoto } from '../../prepare/hash-photo.ts';
import type { NewPhoto } from '../outbox-ticket.ts';
import type { PhoneParts } from '../phone-parts.ts';
import type { PlayServer } from './play-server.ts';

/** What outlives a killed tab: the phone's disk, and its other tabs. */
export interface Phone {
  database: IDBFactory;
  tabs: Set<Tab>;
  /** Held by one tab at a time; freed where it was killed. */
  lock: Promise<unknown>;
  isLocked: boolean;
  clock: number;
}

export interface Tab {
  parts: PhoneParts;
  /** What it touched outside of itself so far. */
  steps: () => number;
  isDead: () => boolean;
  died: Promise<void>;
  kill: () => void;
  hear: Set<(message: unknown) => void>;
  awake: Set<(why: 'online' | 'seen') => void>;
  isOnline: boolean;
  /** Runs before each request; a Response it gives takes the place of the server's. */
  beforeFetch: (url: string, init: RequestInit) => Promise<Response | undefined>;
}

/** `before` the step does anything; `half` of a request's body arrived; `after` all of it is done, and nobody hears of it. */
export type Kill = { atStep: number; how: 'before' | 'half' | 'after' };

export function playPhone(): Phone {
  return {
    database: new IDBFactory(),
    tabs: new Set(),
    lock: Promise.resolve(),
    isLocked: false,
    clock: Date.UTC(2026, 10, 21),
  };
}

/** Opens a tab on a phone. Timers run a hundred times as fast as they say. */
export function openTab(phone: Phone, server: PlayServer, kill?: Kill): Tab {
  let steps = 0;
  let dead = false;
  const timers = new Set<NodeJS.Timeout>();
  let tellDeath = () => {};
  const died = new Promise<void>((resolve) => {
    tellDeath = resolve;
  });
  const die = () => {
    if (dead) return;
    dead = true;
    phone.tabs.delete(tab);
    for (const timer of timers) clearTimeout(timer);
    // Whatever it still does reaches nothing; the browser gives its lock to the next one.
    tellDeath();
  };
  const never = new Promise<never>(() => {});
  /** Whether the tab dies at this step, and when. */
  const step = (): Kill['how'] | null => {
    steps += 1;
    return kill?.atStep === steps ? kill.how : null;
  };

  const tab: Tab = {
    steps: () => steps,
    isDead: () => dead,
    died,
    kill: die,
    hear: new Set(),
    awake: new Set(),
    isOnline: true,
    beforeFetch: async () => undefined,
    parts: {
      database: dyingDatabase(phone.database, step, die, () => dead),
      origin: 'https://tickets.example',
      fetch: async (url, init) => {
        if (dead) return never;
        const how = step();
        if (how === 'before') die();
        if (dead) return never;
        const instead = await tab.beforeFetch(url, init);
        if (instead) return instead;
        const size = init.body instanceof Blob ? init.body.size : 0;
        const answered = await server.answer(url, init, how === 'half' ? Math.floor(size / 2) : undefined);
        if (how !== null) die();
        if (dead) return never;
        return answered;
      },
      locks: {
        request: async (_name, { ifAvailable }, run) => {
          if (dead) return never;
          if (ifAvailable && phone.isLocked) return run(null);
          const granted = phone.lock.then(() => {
            phone.isLocked = !dead;
            return dead ? never : run({});
          });
          const freed = () => {
            phone.isLocked = false;
          };
          phone.lock = Promise.race([granted.then(freed, freed), died.then(freed)]);
          return granted;
        },
      },
      tellTabs: (message) => {
        if (dead) return;
        for (const other of phone.tabs) if (other !== tab) for (const run of other.hear) run(structuredClone(message));
      },
      onTabTold: (run) => {
        tab.hear.add(run);
        return () => tab.hear.delete(run);
      },
      now: () => phone.clock + performance.now() * 100,
      random: () => 0,
      newId: () => crypto.randomUUID(),
      setTimer: (run, milliseconds) => {
        if (dead) return () => {};
        const timer = setTimeout(run, milliseconds / 100);
        timers.add(timer);
        return () => clearTimeout(timer);
      },
      isOnline: () => tab.isOnline,
      onAwake: (run) => {
        tab.awake.add(run);
        return () => tab.awake.delete(run);
      },
      persist: async () => true,
      measureSpace: async () => ({ usage: 0, quota: 1e12 }),
      askForBackgroundSend: () => {},
    },
  };
  phone.tabs.add(tab);
  return tab;
}

/** A photo of its own: no two have the same bytes. */
export async function playPhoto(name: string, size = 300): Promise<NewPhoto> {
  const text = new TextEncoder().encode(`${name} `);
  const bytes = Uint8Array.from({ length: size }, (_, at) => text[at % text.length] ?? 0);
  return { bytes, mediaType: 'image/jpeg', sha256: await hashPhoto(bytes), thumbnail: new Uint8Array([1, 2, 3]) };
}

function dyingDatabase(
  factory: IDBFactory,
  step: () => Kill['how'] | null,
  die: () => void,
  isDead: () => boolean,
): IDBFactory {
  const dying = (database: IDBDatabase) => {
    const begin = database.transaction.bind(database);
    database.transaction = (...args) => {
      const how = isDead() ? 'before' : step();
      if (how === 'before') die();
      if (isDead()) throw new DOMException('The tab was killed.', 'AbortError');
      const transaction = begin(...args);
      if (how === 'half') {
        die();
        transaction.abort();
      } else if (how === 'after') {
        transaction.addEventListener('complete', die);
        transaction.addEventListener('abort', die);
      }
      return transaction;
    };
  };
  return {
    open: (name, version) => {
      const request = factory.open(name, version);
      request.addEventListener('success', () => dying(request.result));
      return request;
    },
    cmp: factory.cmp.bind(factory),
    databases: factory.databases.bind(factory),
    deleteDatabase: factory.deleteDatabase.bind(factory),
  };
}
