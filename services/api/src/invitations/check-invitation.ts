import type { makeInvitationSchema } from '@ticket-pros/contracts/invitation';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { visibleMembers } from '@ticket-pros/db/visible-members';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Asker } from '../access/asker.ts';
import { ProblemError } from '../problems/problem-error.ts';

type Wish = z.output<typeof makeInvitationSchema>;

/** What no invitation can be, whoever makes it. Throws `bad_request`. */
export function checkShape({ role, reportsTo, visibility, email, maxUses }: Wish): void {
  if (email !== undefined && maxUses > 1) throw new ProblemError('bad_request', 'An invitation by e-mail works once.');
  if (role !== 'owner') return;
  if (maxUses > 1) throw new ProblemError('bad_request', 'An invitation for an owner works once.');
  if (reportsTo !== null) throw new ProblemError('bad_request', 'Owners report to nobody.');
  if (visibility === 'branch') throw new ProblemError('bad_request', 'Owners see the whole account.');
}

/**
 * Owners invite anybody; everybody else crew below itself, where the owners allow it. Throws `not_allowed`, and `not_found` for a
 * superior whom the asking member doesn't see or who is deactivated.
 */
export async function checkMayInvite(
  transaction: DatabaseTransaction,
  { scope, role: ownRole }: Asker,
  { role, reportsTo, visibility }: Pick<Wish, 'role' | 'reportsTo' | 'visibility'>,
): Promise<void> {
  const isOwner = ownRole === 'owner';
  if (!isOwner && (role !== 'crew' || visibility !== undefined || reportsTo === null)) {
    throw new ProblemError('not_allowed', 'You can invite crew below yourself.');
  }
  if (reportsTo === null) return;
  const superior = await transaction
    .selectFrom('members')
    .select(sql<boolean>`app.may_invite_below(id)`.as('is_below'))
    .where(visibleMembers(scope))
    .where('id', '=', reportsTo)
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (superior === undefined) throw new ProblemError('not_found');
  if (isOwner || superior.is_below) return;
  throw new ProblemError(
    'not_allowed',
    'You can invite crew below yourself, where the owners of your account allow it.',
  );
}
