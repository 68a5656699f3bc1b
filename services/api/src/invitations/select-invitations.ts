import type { Invitation } from '@ticket-pros/contracts/invitation';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { Schema } from '@ticket-pros/db/schema';
import { visibleMembers } from '@ticket-pros/db/visible-members';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Asker } from '../access/asker.ts';

type AskingMember = Pick<Asker, 'scope' | 'role'>;

/** The predicate that every query over `invitations` names: an owner's are all of the account, anybody else's those it made. */
export function visibleInvitations({ scope, role }: AskingMember) {
  return (query: ExpressionBuilder<Schema, 'invitations'>): Expression<SqlBool> => {
    const ofAccount = query('invitations.account_id', '=', scope.accountId);
    if (role === 'owner') return ofAccount;
    return query.and([ofAccount, query('invitations.created_by', '=', scope.memberId)]);
  };
}

/** All that are open, and what is left of `limit` for those that are over; each kind with the newest first. */
export async function selectInvitations(
  transaction: DatabaseTransaction,
  asker: AskingMember,
  { ids, limit }: { ids?: readonly string[]; limit: number },
): Promise<Invitation[]> {
  const { rows } = await sql<{ id: string }>`select unnest(app.open_invitation_ids()) as id`.execute(transaction);
  const open = new Set(rows.map(({ id }) => id));
  const isOpen = sql<boolean>`invitations.id = any (${[...open]}::uuid[])`;
  const found = await transaction
    .selectFrom('invitations')
    .innerJoin('members as maker', (join) =>
      join.onRef('maker.account_id', '=', 'invitations.account_id').onRef('maker.id', '=', 'invitations.created_by'),
    )
    .leftJoin(
      (query) =>
        query
          .selectFrom('members')
          .select(['members.id', 'members.name'])
          .where(visibleMembers(asker.scope))
          .as('superior'),
      (join) => join.onRef('superior.id', '=', 'invitations.reports_to'),
    )
    .select([
      'invitations.id',
      'invitations.role',
      'invitations.visibility',
      'invitations.email',
      'invitations.name',
      'invitations.created_at',
      'invitations.expires_at',
      'invitations.max_uses',
      'invitations.uses',
      'maker.name as maker',
      'superior.id as superior_id',
      'superior.name as superior_name',
      sql<boolean>`invitations.revoked_at is null and invitations.expires_at <= now()`.as('is_expired'),
    ])
    .where(visibleInvitations(asker))
    .$if(ids !== undefined, (query) => query.where('invitations.id', 'in', ids ?? []))
    .orderBy(isOpen, 'desc')
    .orderBy('invitations.created_at', 'desc')
    .orderBy('invitations.id', 'desc')
    .limit(limit)
    .execute();
  return found.map((row) => ({
    id: row.id,
    role: row.role,
    reportsTo:
      row.superior_id === null || row.superior_name === null ? null : { id: row.superior_id, name: row.superior_name },
    visibility: row.visibility,
    email: row.email,
    name: row.name,
    createdBy: row.maker,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    maxUses: row.max_uses,
    uses: row.uses,
    state: stateOf(row, open.has(row.id)),
  }));
}

/** What its maker may not make any more counts as revoked. */
function stateOf(
  { uses, max_uses, is_expired }: { uses: number; max_uses: number; is_expired: boolean },
  isOpen: boolean,
): Invitation['state'] {
  if (isOpen) return 'open';
  if (uses >= max_uses) return 'used';
  return is_expired ? 'expired' : 'revoked';
}
