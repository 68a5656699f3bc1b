import type { Database } from '@ticket-pros/db/connect-database';
import { sql } from 'kysely';

/** Deletes sessions that ended and rate limits older than a day, and their network addresses. @returns how many. */
export async function removeExpiredSignIns(sweepDb: Database): Promise<number> {
  const { rows } = await sql<{ removed: number }>`select auth.remove_expired() as removed`.execute(sweepDb);
  return rows[0]?.removed ?? 0;
}
