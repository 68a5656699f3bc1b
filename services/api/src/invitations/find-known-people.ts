import type { Language } from '@ticket-pros/contracts/account';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { visibleMembers } from '@ticket-pros/db/visible-members';
import { sql } from 'kysely';
import type { Asker } from '../access/asker.ts';
import type { ApiParts } from '../api-parts.ts';
import { findSignIns } from '../members/find-sign-ins.ts';
import type { KnownMember } from './check-invitation-lines.ts';
import { visibleInvitations } from './select-invitations.ts';

/** The members that an owner sees, with how they sign in, and the language to talk to that owner in. */
export async function findKnownMembers(
  { db, auth }: Pick<ApiParts, 'db' | 'auth'>,
  scope: MemberScope,
): Promise<{ members: KnownMember[]; language: Language }> {
  const { rows, account } = await withMember(db, scope, async (transaction) => ({
    rows: await transaction
      .selectFrom('members')
      .select(['id', 'user_id', 'name', 'is_active', 'language'])
      .where(visibleMembers(scope))
      .execute(),
    account: await transaction
      .selectFrom('accounts')
      .select('language')
      .where('id', '=', scope.accountId)
      .executeTakeFirstOrThrow(),
  }));
  const signIns = await findSignIns(
    auth,
    rows.map(({ user_id }) => user_id),
  );
  const members = rows.map(({ id, user_id, name, is_active }) => {
    const { email, signInName } = signIns.get(user_id) ?? { email: null, signInName: null };
    return { id, name, isActive: is_active, email, signInName };
  });
  const own = rows.find(({ id }) => id === scope.memberId);
  return { members, language: own?.language ?? account.language };
}

/** Addresses that an open invitation was sent to. */
export async function findInvitedEmails(transaction: DatabaseTransaction, asker: Asker): Promise<Set<string>> {
  const rows = await transaction
    .selectFrom('invitations')
    .select('email')
    .where(visibleInvitations(asker))
    .where('email', 'is not', null)
    .where(sql<boolean>`id = any ((select app.open_invitation_ids())::uuid[])`)
    .execute();
  return new Set(rows.flatMap(({ email }) => email ?? []));
}
