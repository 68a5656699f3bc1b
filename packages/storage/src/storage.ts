import type { Readable } from 'node:stream';

/**
 * Where the bytes of images live. Keys are made by `object-key.ts`: folders and a name, parted by slashes, of letters,
 * digits, `-` and `_`; none is the folder of another. Every method throws when the store doesn't answer; a half-written
 * object is never seen.
 */
export type Storage = {
  /**
   * Stores an object, in place of one that has the key already. When it returns, the object survives a crash of the
   * machine.
   */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** The object as a stream, for passing on. Throws ObjectMissingError when there is none. */
  get(key: string): Promise<Readable>;
  /** The object in memory. Throws ObjectMissingError when there is none. */
  getBytes(key: string): Promise<Uint8Array>;
  /** Removes an object; one that isn't there is as good as removed. */
  delete(key: string): Promise<void>;
  /** The keys under a prefix, which ends with a slash, in no particular order. They may be deleted meanwhile. */
  list(prefix: string): AsyncIterable<string>;
  /** Returns when the store answers and would take an object; meant for readiness, so it is cheap. */
  check(): Promise<void>;
  close(): Promise<void>;
};
