import type { Member } from '@ticket-pros/contracts/member';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import type { Asker } from '../access/asker.ts';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { describeMembers } from './describe-members.ts';
import { type MemberRow, selectMembers } from './select-members.ts';

/** The row of a member that the asking one sees. Throws `not_found`. */
export async function findMemberRow(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  memberId: string,
): Promise<MemberRow> {
  const [row] = await selectMembers(transaction, scope, {
    where: (query) => query('members.id', '=', memberId),
    limit: 1,
  });
  if (row === undefined) throw new ProblemError('not_found');
  return row;
}

/** A member that the asking one sees. Throws `not_found`. */
export async function findMember({ db, auth }: ApiParts, asker: Asker, memberId: string): Promise<Member> {
  const row = await withMember(db, asker.scope, (transaction) => findMemberRow(transaction, asker.scope, memberId));
  const [member] = await describeMembers(auth, asker, [row]);
  if (member === undefined) throw new ProblemError('not_found');
  return member;
}
