import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';

type NewMember = { userId: string; role: MemberRole; name: string; reportsTo: string | null };

/** Gives an existing user a place in the account of `owner`; the database refuses it unless that scope is an owner's. */
export async function addMember(db: Database, owner: MemberScope, member: NewMember): Promise<MemberScope> {
  const { id, visibility } = await withMember(db, owner, async (transaction) => {
    const added = await transaction
      .insertInto('members')
      .values({
        account_id: owner.accountId,
        user_id: member.userId,
        name: member.name,
        role: member.role,
        reports_to: member.reportsTo,
      })
      .returning(['id', 'visibility'])
      .executeTakeFirstOrThrow();
    await writeAudit(transaction, owner, {
      action: 'member.added',
      subject: { kind: 'member', id: added.id },
      payload: { name: member.name, role: member.role, reportsTo: member.reportsTo },
    });
    return added;
  });
  return { accountId: owner.accountId, memberId: id, seesAccount: visibility === 'account' };
}
