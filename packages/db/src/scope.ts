import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from './connect-database.ts';

/**
 * Who asks: a member of an account. Everything that a request reads or writes goes through this scope. `seesAccount` (owner and office)
 * only spares queries a question; row-level security looks the role up by itself.
 */
export type MemberScope = { accountId: string; memberId: string; seesAccount: boolean };

async function openScope<Result>(
  db: Database,
  settings: { accountId?: string; memberId?: string; userId?: string },
  work: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    // Local to the transaction: a pooled connection never carries a scope over to the next one.
    await sql`select
      set_config('app.account_id', ${settings.accountId ?? ''}, true),
      set_config('app.member_id', ${settings.memberId ?? ''}, true),
      set_config('app.user_id', ${settings.userId ?? ''}, true)`.execute(transaction);
    return work(transaction);
  });
}

/** Runs `work` in a transaction that sees what this member may see (API role). */
export function withMember<Result>(
  db: Database,
  scope: MemberScope,
  work: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  return openScope(db, scope, work);
}

/** Runs `work` in a transaction that sees one account (worker role). */
export function withAccount<Result>(
  db: Database,
  accountId: string,
  work: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  return openScope(db, { accountId }, work);
}

/** Runs `work` in a transaction that sees a signed-in user's own places in accounts, and nothing else (API role). */
export function withUser<Result>(
  db: Database,
  userId: string,
  work: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  return openScope(db, { userId }, work);
}
