import type { Database } from '@ticket-pros/db/connect-database';
import { withMember } from '@ticket-pros/db/scope';
import type { Asker } from './asker.ts';

/** The owner's session with the eyes of one of its members; null where it is no owner any more, or that member is gone. */
export async function seeAsMember(db: Database, owner: Asker, memberId: string): Promise<Asker | null> {
  if (owner.role !== 'owner') return null;
  const member = await withMember(db, owner.scope, (transaction) =>
    transaction
      .selectFrom('members')
      .select(['role', 'name', 'visibility'])
      .where('account_id', '=', owner.scope.accountId)
      .where('id', '=', memberId)
      .where('is_active', '=', true)
      .executeTakeFirst(),
  );
  if (member === undefined) return null;
  return {
    ...owner,
    scope: {
      ...owner.scope,
      memberId,
      seesAccount: member.visibility === 'account',
      actorId: owner.scope.memberId,
    },
    role: member.role,
    name: member.name,
    seenBy: owner.name,
  };
}
