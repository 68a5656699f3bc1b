import type { Member } from '@ticket-pros/contracts/member';
import type { Asker } from '../access/asker.ts';
import type { Auth } from '../sign-in/create-auth.ts';
import { findSignIns } from './find-sign-ins.ts';
import type { MemberRow } from './select-members.ts';

/** Members as the asking one is told of them: how they sign in is for owners alone. */
export async function describeMembers(auth: Auth, { role }: Asker, rows: readonly MemberRow[]): Promise<Member[]> {
  const isOwner = role === 'owner';
  const signIns = isOwner
    ? await findSignIns(
        auth,
        rows.map((row) => row.user_id),
      )
    : new Map();
  return rows.map((row) => {
    const signIn = signIns.get(row.user_id);
    return {
      id: row.id,
      name: row.name,
      role: row.role,
      visibility: row.visibility,
      reportsTo: row.reports_to,
      branchMemberId: row.branch_member_id,
      isActive: row.is_active,
      createdAt: row.created_at.toISOString(),
      email: signIn?.email ?? null,
      signInName: signIn?.signInName ?? null,
      hasSecondFactor: signIn?.hasSecondFactor ?? null,
      lastSeenAt: isOwner ? (row.last_seen_at?.toISOString() ?? null) : null,
      ticketCount: row.ticket_count,
    };
  });
}
