import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from './connect-database.ts';

/** Where a request came from, as the audit log tells it. */
export type Origin = { address: string; device: string | null };

/**
 * Who asks: a member of an account. Everything that a request reads or writes goes through this scope. `seesAccount`
 * (visibility `account`) only spares queries a question; row-level security looks it up by itself.
 */
export type MemberScope = {
  accountId: string;
  /** Whose eyes: the member whose visibility holds. */
  memberId: string;
  seesAccount: boolean;
  /** Whose hand, where an owner looks as another member. */
  actorId?: string;
  /** The API key that acts for the member. */
  apiKeyId?: string;
  origin?: Origin;
};

type Settings = Partial<Omit<MemberScope, 'seesAccount'>> & { userId?: string };

async function openScope<Result>(
  db: Database,
  { accountId = '', memberId = '', userId = '', actorId = '', apiKeyId = '', origin }: Settings,
  work: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    // Local to the transaction: a pooled connection never carries a scope over to the next one.
    await sql`select
      set_config('app.account_id', ${accountId}, true),
      set_config('app.member_id', ${memberId}, true),
      set_config('app.user_id', ${userId}, true),
      set_config('app.actor_id', ${actorId}, true),
      set_config('app.key_id', ${apiKeyId}, true),
      set_config('app.origin', ${origin === undefined ? '' : JSON.stringify(origin)}, true)`.execute(transaction);
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
  { userId, origin }: { userId: string; origin?: Origin | undefined },
  work: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  return openScope(db, origin === undefined ? { userId } : { userId, origin }, work);
}

/** Goes on as a member in the transaction that made it one, such as the owner of an account that was just founded (API role). */
export async function continueAsMember(
  transaction: DatabaseTransaction,
  { accountId, memberId }: Pick<MemberScope, 'accountId' | 'memberId'>,
): Promise<void> {
  await sql`select
    set_config('app.account_id', ${accountId}, true),
    set_config('app.member_id', ${memberId}, true)`.execute(transaction);
}
