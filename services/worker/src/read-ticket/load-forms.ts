import type { Database } from '@ticket-pros/db/connect-database';
import { withAccount } from '@ticket-pros/db/scope';
import { sql } from 'kysely';

/**
 * The forms of one account as JSON, in memory that threads share, under a stamp that changes with them: thousands of forms are
 * fetched, and each thread prepares them, once for each change and not once for each ticket.
 */
export type SharedForms = { accountId: string; stamp: string; json: SharedArrayBuffer };

/** Accounts whose forms are kept; the one not used for the longest time goes first. */
const mostAccounts = 20;

/** Answers the forms of an account as they are now, from memory where nothing changed. */
export type LoadForms = (db: Database, accountId: string) => Promise<SharedForms>;

export function keepForms(): LoadForms {
  const kept = new Map<string, SharedForms>();
  return async (db, accountId) => {
    const forms = await withAccount(db, accountId, async (transaction) => {
      const { stamp } = await transaction
        .selectFrom('forms')
        .select(sql<string>`count(*) || ' ' || coalesce(max(learned_at)::text, '')`.as('stamp'))
        .where('account_id', '=', accountId)
        .executeTakeFirstOrThrow();
      const known = kept.get(accountId);
      if (known?.stamp === stamp) return known;
      const rows = await transaction
        .selectFrom('forms')
        .select(['id', 'form'])
        .where('account_id', '=', accountId)
        .orderBy('id')
        .execute();
      return { accountId, stamp, json: share(JSON.stringify(rows)) };
    });
    kept.delete(accountId);
    kept.set(accountId, forms);
    const [oldest] = kept.keys();
    if (kept.size > mostAccounts && oldest !== undefined) kept.delete(oldest);
    return forms;
  };
}

function share(text: string): SharedArrayBuffer {
  const bytes = new TextEncoder().encode(text);
  const shared = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(shared).set(bytes);
  return shared;
}
