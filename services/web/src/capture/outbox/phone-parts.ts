/**
 * Everything outside of itself that the outbox touches. The page, its service worker and tests in Node each give their
 * own; nothing in this folder but `browser-parts.ts` reaches for `window`, `document` or `navigator`.
 */
export interface PhoneParts {
  database: IDBFactory;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Of the API, without a slash at the end: `https://tickets.example`. */
  origin: string;
  locks: PhoneLocks;
  /** Reaches the other tabs of this phone, and its service worker; never the caller itself. */
  tellTabs: (message: unknown) => void;
  onTabTold: (run: (message: unknown) => void) => () => void;
  /** The phone's clock, in milliseconds; it may be wrong, and may jump. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  newId: () => string;
  setTimer: (run: () => void, milliseconds: number) => () => void;
  isOnline: () => boolean;
  /** Runs when the signal came back, and when the page is looked at again. */
  onAwake: (run: (why: 'online' | 'seen') => void) => () => void;
  /** Asks the browser not to throw away what is kept here; whether it agreed. */
  persist: () => Promise<boolean>;
  /** In bytes; null where the browser does not say. */
  measureSpace: () => Promise<{ usage: number; quota: number } | null>;
  /** Has the browser wake the service worker when there is a signal, where it can. */
  askForBackgroundSend: () => void;
}

/** The part of the Web Locks API that is used: `run` gets null where the lock was not to be had at once. */
export interface PhoneLocks {
  request: <T>(name: string, options: { ifAvailable?: boolean }, run: (lock: unknown) => Promise<T>) => Promise<T>;
}
