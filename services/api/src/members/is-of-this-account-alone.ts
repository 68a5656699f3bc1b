import type { Database } from '@ticket-pros/db/connect-database';
import { withUser } from '@ticket-pros/db/scope';

/** Whether a user has this one place and no other, active or not: an owner's hand must not reach into another account. */
export async function isOfThisAccountAlone(db: Database, userId: string): Promise<boolean> {
  const places = await withUser(db, { userId }, (transaction) =>
    transaction.selectFrom('members').select('id').where('user_id', '=', userId).execute(),
  );
  return places.length === 1;
}
