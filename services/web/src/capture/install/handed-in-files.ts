import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface HandedIn {
  /** Bytes, not a Blob: WebKit loses those. */
  bytes: ArrayBuffer;
  type: string;
  /** Who was signed in on this phone when the file came; null where nobody was. */
  memberId: string | null;
  keptAt: number;
}

interface HandedInSchema extends DBSchema {
  files: { key: number; value: HandedIn };
  member: { key: 'current'; value: string };
}

const forgottenAfterMs = 30 * 24 * 3_600_000;

/**
 * Files that other apps shared, until the capture page has put them into its outbox. A store of its own: the worker of an
 * older version writes into it while a newer page may already have changed the outbox's.
 */
function openHandedIn(): Promise<IDBPDatabase<HandedInSchema>> {
  return openDB<HandedInSchema>('ticket-pros-handed-in', 1, {
    upgrade: (database) => {
      database.createObjectStore('files', { autoIncrement: true });
      database.createObjectStore('member');
    },
  });
}

/** Keeps files, freed of their metadata, for the member who is signed in on this phone, else for whoever signs in next. */
export async function keepHandedIn(files: readonly Pick<HandedIn, 'bytes' | 'type'>[], keptAt: number): Promise<void> {
  const database = await openHandedIn();
  try {
    const transaction = database.transaction(['files', 'member'], 'readwrite');
    const memberId = (await transaction.objectStore('member').get('current')) ?? null;
    for (const file of files) await transaction.objectStore('files').add({ ...file, memberId, keptAt });
    await transaction.done;
  } finally {
    database.close();
  }
}

/** Says whose files the next ones are; null when nobody is signed in any more. */
export async function noteMember(memberId: string | null): Promise<void> {
  const database = await openHandedIn();
  try {
    if (memberId === null) await database.delete('member', 'current');
    else await database.put('member', memberId, 'current');
  } finally {
    database.close();
  }
}

/** This member's handed-in files, oldest first, each with the number under which it is forgotten. */
export async function readHandedIn(memberId: string, now: number): Promise<{ key: number; file: File }[]> {
  const database = await openHandedIn();
  try {
    const mine: { key: number; file: File }[] = [];
    for (const key of await database.getAllKeys('files')) {
      const kept = await database.get('files', key);
      if (kept === undefined) continue;
      if (kept.keptAt < now - forgottenAfterMs) await database.delete('files', key);
      else if (kept.memberId === null || kept.memberId === memberId) {
        mine.push({ key, file: new File([kept.bytes], `shared-${key}`, { type: kept.type }) });
      }
    }
    return mine;
  } finally {
    database.close();
  }
}

/** To be called once the outbox holds the file. */
export async function forgetHandedIn(key: number): Promise<void> {
  const database = await openHandedIn();
  try {
    await database.delete('files', key);
  } finally {
    database.close();
  }
}
