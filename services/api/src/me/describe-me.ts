import type { Me } from '@ticket-pros/contracts/member';
import { withMember } from '@ticket-pros/db/scope';
import type { Asker } from '../access/asker.ts';
import { confirmedUntil } from '../access/confirmed-until.ts';
import { findPlaces } from '../access/find-places.ts';
import type { SignedInUser } from '../access/find-session.ts';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';

/** Who asks, in which account, and what stands in between. Throws `not_signed_in` for a member that was deactivated meanwhile. */
export async function describeMe({ db }: ApiParts, { scope, seenBy }: Asker, user: SignedInUser): Promise<Me> {
  const { member, account } = await withMember(db, scope, async (transaction) => ({
    member: await transaction
      .selectFrom('members')
      .select(['id', 'name', 'role', 'visibility', 'language'])
      .where('account_id', '=', scope.accountId)
      .where('id', '=', scope.memberId)
      .executeTakeFirst(),
    account: await transaction
      .selectFrom('accounts')
      .select(['id', 'name', 'time_zone', 'language', 'units', 'second_factor', 'branch_invitations'])
      .where('id', '=', scope.accountId)
      .executeTakeFirstOrThrow(),
  }));
  if (member === undefined) throw new ProblemError('not_signed_in');
  const places = await findPlaces(db, user.userId);
  return {
    email: user.email,
    signInName: user.signInName,
    member: {
      id: member.id,
      name: member.name,
      role: member.role,
      visibility: member.visibility,
      language: member.language,
      mayInvite: member.role === 'owner' || account.branch_invitations,
    },
    account: {
      id: account.id,
      name: account.name,
      timeZone: account.time_zone,
      language: account.language,
      units: account.units,
      secondFactor: account.second_factor,
    },
    hasSecondFactor: user.hasSecondFactor,
    seeingAs: seenBy === null ? null : { ownerName: seenBy },
    confirmedUntil: confirmedUntil(user.confirmedAt).toISOString(),
    places: places.map(({ accountId, accountName, memberId, role }) => ({
      memberId,
      role,
      account: { id: accountId, name: accountName },
    })),
  };
}
