import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';

type NewMember = { userId: string; role: MemberRole; name: string; reportsTo: string | null };

/** Gives an existing user a place in the account of `owner`; the database refuses it unless that scope is an owner's. */
export async function addMember(db: Database, owner: MemberScope, member: NewMember): Promise<MemberScope> {
  const { id, visibility } = await withMember(db, owner, (transaction) =>
    transaction
      .insertInto('members')
      .values({
        account_id: owner.accountId,
        user_id: member.userId,
        name: member.name,
        role: member.role,
        reports_to: member.reportsTo,
      })
      .returning(['id', 'visibility'])
      .executeTakeFirstOrThrow(),
  );
  return { accountId: owner.accountId, memberId: id, seesAccount: visibility === 'account' };
}
