/** `entries` are tickets without their photos' bytes, `photos` are those by photo id, `tickets` is the store of version 1. */
export type StoreName = 'entries' | 'photos' | 'tickets';

export interface OutboxDatabase {
  /**
   * Runs `work` in one transaction and resolves when all of it is on disk; rejects when none of it is. `work` may run
   * twice, where the browser had closed the database meanwhile. It awaits requests alone, or the transaction ends early.
   */
  run: <T>(
    mode: 'readonly' | 'readwrite',
    stores: StoreName[],
    work: (transaction: IDBTransaction) => Promise<T>,
  ) => Promise<T>;
  close: () => void;
}

interface Watch {
  /** A tab with an older version of the page holds the database; it opens once that tab is closed. */
  onBlocked: () => void;
  /** A newer version of the page wants the database: it was closed here, and stays closed. */
  onOutdated: () => void;
}

const name = 'ticket-pros-outbox';
const version = 2;

/** The phone's own store of tickets. Rejects where the browser keeps nothing, as some do in private browsing. */
export async function openOutboxDatabase(factory: IDBFactory, watch: Watch): Promise<OutboxDatabase> {
  let opened: Promise<IDBDatabase> | null = null;
  let closed = false;

  const open = (): Promise<IDBDatabase> => {
    opened ??= openOnce(factory, watch.onBlocked).then(
      (database) => {
        // Some browsers close it when they need memory, or after the phone slept; the next transaction opens it again.
        database.onclose = () => {
          opened = null;
        };
        database.onversionchange = () => {
          closed = true;
          database.close();
          watch.onOutdated();
        };
        return database;
      },
      (error: unknown) => {
        opened = null;
        throw error;
      },
    );
    return opened;
  };
  await open();

  return {
    async run(mode, stores, work) {
      for (let again = false; ; again = true) {
        if (closed) throw new DOMException('The outbox is closed here.', 'InvalidStateError');
        try {
          return await transact(await open(), mode, stores, work);
        } catch (error) {
          if (again || closed || !isConnectionLost(error)) throw error;
          opened = null;
        }
      }
    },
    close() {
      closed = true;
      void opened?.then((database) => database.close());
    },
  };
}

/** The result of one request. */
export function ask<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function openOnce(factory: IDBFactory, onBlocked: () => void): Promise<IDBDatabase> {
  const request = factory.open(name, version);
  request.onblocked = onBlocked;
  request.onupgradeneeded = ({ oldVersion }) => {
    const database = request.result;
    // The store of version 1 stays: what it holds is moved afterwards, since blobs cannot be read while this lasts.
    if (oldVersion < 1) database.createObjectStore('tickets', { keyPath: 'uploadId' });
    const entries = database.createObjectStore('entries', { keyPath: 'uploadId' });
    entries.createIndex('byMember', 'memberId');
    entries.createIndex('byMemberAndStatus', ['memberId', 'status']);
    database.createObjectStore('photos');
  };
  return ask(request);
}

async function transact<T>(
  database: IDBDatabase,
  mode: 'readonly' | 'readwrite',
  stores: StoreName[],
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  // Strict: a phone whose battery dies a moment after the shutter has the photo all the same.
  const transaction = database.transaction(stores, mode, { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It ended by itself, and says why better than the request that was cut short.
    }
    throw transaction.error ?? error;
  }
}

function isConnectionLost(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError');
}
