import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import type { Auth } from '../sign-in/create-auth.ts';
import { createUser } from './create-user.ts';

type NewMember = { role: MemberRole; name: string; email: string; password: string; reportsTo: string | null };

/** Adds a member to the account of `owner`; the database refuses it unless the scope is an owner's. Answers its scope. */
export async function addMember(db: Database, auth: Auth, owner: MemberScope, member: NewMember): Promise<MemberScope> {
  const userId = await createUser(auth, member);
  const { id } = await withMember(db, owner, (transaction) =>
    transaction
      .insertInto('members')
      .values({
        account_id: owner.accountId,
        user_id: userId,
        name: member.name,
        role: member.role,
        reports_to: member.reportsTo,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return { accountId: owner.accountId, memberId: id };
}
