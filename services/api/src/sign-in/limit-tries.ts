import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { AuthDatabase, AuthTables } from './auth-tables.ts';

/** Something that tries are counted by: how many cost no waiting, and after how long the count starts anew. */
export type TryCounter = { key: string; free: number; windowSeconds: number };

const longestWaitSeconds = 15 * 60;

/** Not the time of the try: another one at the same time may carry an earlier one. */
const noWait = new Date(0);

class Refused extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super();
    this.seconds = seconds;
  }
}

/**
 * Counts a try on every counter before it is made, so that tries at the same time can't slip past. Beyond `free` tries each one is
 * followed by a wait, which doubles from one second to fifteen minutes.
 * @returns 0, or the seconds to wait where the try may not be made, which then counts nowhere.
 */
export async function countTry(tables: AuthDatabase, counters: readonly TryCounter[], now: Date): Promise<number> {
  try {
    await tables.transaction().execute(async (transaction) => {
      let wait = 0;
      for (const counter of inOneOrder(counters)) {
        wait = Math.max(wait, await countOn(transaction, counter, now));
      }
      if (wait > 0) throw new Refused(wait);
    });
    return 0;
  } catch (error) {
    if (error instanceof Refused) return error.seconds;
    throw error;
  }
}

async function countOn(transaction: Transaction<AuthTables>, counter: TryCounter, now: Date): Promise<number> {
  const { key, free, windowSeconds } = counter;
  const expiresAt = after(now, windowSeconds);
  await transaction
    .insertInto('signInTry')
    .values({ key, tries: 0, waitUntil: noWait, expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const found = await transaction
    .selectFrom('signInTry')
    .selectAll()
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const isOver = found.expiresAt <= now;
  if (!isOver && found.waitUntil > now) return Math.ceil((found.waitUntil.getTime() - now.getTime()) / 1000);
  const tries = (isOver ? 0 : found.tries) + 1;
  const waitUntil = tries < free ? noWait : after(now, Math.min(2 ** (tries - free), longestWaitSeconds));
  const windowEnd = isOver ? expiresAt : found.expiresAt;
  await transaction
    .updateTable('signInTry')
    .set({ tries, waitUntil, expiresAt: latest(windowEnd, waitUntil) })
    .where('key', '=', key)
    .execute();
  return 0;
}

/** Takes back a try that was right: the counters in `forgotten` start anew, the others are as before it. */
export async function forgiveTry(
  tables: AuthDatabase,
  { counters, forgotten }: { counters: readonly TryCounter[]; forgotten: readonly string[] },
): Promise<void> {
  await tables.transaction().execute(async (transaction) => {
    for (const { key } of inOneOrder(counters)) {
      await (forgotten.includes(key)
        ? transaction.deleteFrom('signInTry').where('key', '=', key)
        : transaction
            .updateTable('signInTry')
            .set({ tries: sql`greatest("tries" - 1, 0)`, waitUntil: noWait })
            .where('key', '=', key)
      ).execute();
    }
  });
}

/** Tries that share counters wait for each other instead of blocking each other. */
function inOneOrder(counters: readonly TryCounter[]): TryCounter[] {
  return [...counters].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function latest(...dates: Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())));
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
