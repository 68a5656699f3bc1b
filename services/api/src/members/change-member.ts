import type { changeMemberSchema } from '@ticket-pros/contracts/member';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import type { z } from 'zod';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { explainRefusal } from './explain-refusal.ts';
import { findMemberRow } from './find-member.ts';
import { lockMembers } from './lock-members.ts';
import type { MemberRow } from './select-members.ts';

type Change = z.output<typeof changeMemberSchema>;
type Standing = Pick<MemberRow, 'name' | 'role' | 'visibility' | 'reports_to' | 'branch_member_id'>;

/**
 * Changes a member as an owner asks, in one transaction with its audit events. A move takes everybody below along. The database keeps one
 * change of a tree after the other and refuses circles and the end of the last owner.
 * Throws `not_found` for a member, superior or branch that is not this account's, `last_owner`, `circle_of_members`, `not_allowed`.
 */
export async function changeMember(
  { db }: Pick<ApiParts, 'db'>,
  scope: MemberScope,
  memberId: string,
  change: Change,
): Promise<void> {
  try {
    await withMember(db, scope, async (transaction) => {
      // What is not asked for stays as it is now: a new name must not bring back a role that was just taken away.
      await lockMembers(transaction, scope);
      const before = await findMemberRow(transaction, scope, memberId);
      const after = withRulesOfRole(before, change);
      for (const id of [after.reports_to, after.branch_member_id]) {
        if (id === null || id === before.reports_to || id === before.branch_member_id) continue;
        const other = await findMemberRow(transaction, scope, id);
        if (!other.is_active) throw new ProblemError('member_inactive');
      }
      const { numUpdatedRows } = await transaction
        .updateTable('members')
        .set(after)
        .where('account_id', '=', scope.accountId)
        .where('id', '=', memberId)
        .executeTakeFirst();
      // Row-level security passes over the row where who asks stopped being an owner meanwhile.
      if (numUpdatedRows === 0n) throw new ProblemError('not_allowed');
      const subject = { kind: 'member', id: memberId } as const;
      if (after.reports_to !== before.reports_to) {
        const payload = { name: before.name, from: before.reports_to, to: after.reports_to };
        await writeAudit(transaction, scope, { action: 'member.moved', subject, payload });
      }
      const changed = (['name', 'role', 'visibility', 'branch_member_id'] as const).filter(
        (field) => after[field] !== before[field],
      );
      if (changed.length > 0) {
        const payload = {
          before: Object.fromEntries(changed.map((field) => [field, before[field]])),
          after: Object.fromEntries(changed.map((field) => [field, after[field]])),
        };
        await writeAudit(transaction, scope, { action: 'member.changed', subject, payload });
      }
    });
  } catch (error) {
    throw explainRefusal(error);
  }
}

/** What stands after the change: owners see the account and report to it; a named branch goes with visibility `branch` alone. */
function withRulesOfRole(before: Standing, change: Change): Standing {
  const role = change.role ?? before.role;
  const visibility = role === 'owner' ? 'account' : (change.visibility ?? before.visibility);
  const reportsTo = change.reportsTo === undefined ? before.reports_to : change.reportsTo;
  const branch = change.branchMemberId === undefined ? before.branch_member_id : change.branchMemberId;
  return {
    name: change.name ?? before.name,
    role,
    visibility,
    reports_to: role === 'owner' ? null : reportsTo,
    branch_member_id: visibility === 'branch' ? branch : null,
  };
}
