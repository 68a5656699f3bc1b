import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { sql } from 'kysely';

/** Notes that a member is there, to the hour; its owner sees that. */
export async function notePresence(db: Database, scope: MemberScope): Promise<void> {
  await withMember(db, scope, (transaction) => sql`select app.note_presence()`.execute(transaction));
}
