import { DatabaseError } from 'pg';
import type { Database, DatabaseTransaction } from '../src/connect-database.ts';
import { withMember } from '../src/scope.ts';
import type { LoadedTree } from './load-tree.ts';
import type { Change } from './model-tree.ts';

/** What Postgres answers where a rule refuses: checks (circle, last owner, role) and missing rights. */
const refusals = ['23514', '42501'];

/**
 * Makes a change under the scope of one of the members, as the application's role does. Answers how many rows it changed; 0 where refused.
 * `meanwhile` runs before it is committed.
 */
export async function changeTree(
  app: Database,
  tree: LoadedTree,
  actor: number,
  change: Change,
  meanwhile: () => Promise<void> = async () => {},
): Promise<number> {
  const scope = { accountId: tree.accountId, memberId: tree.memberIds[actor] ?? '', seesAccount: false };
  try {
    const result = await withMember(app, scope, async (transaction) => {
      const written = await write(transaction, tree, change);
      await meanwhile();
      return written;
    });
    return Number(result.numUpdatedRows);
  } catch (error) {
    if (error instanceof DatabaseError && refusals.includes(error.code ?? '')) return 0;
    throw error;
  }
}

function write(transaction: DatabaseTransaction, { accountId, memberIds }: LoadedTree, change: Change) {
  const idOf = (place: number) => memberIds[place] ?? '';
  if (change.kind === 'hand over') {
    return transaction
      .updateTable('tickets')
      .set({ member_id: idOf(change.to) })
      .where('account_id', '=', accountId)
      .where('member_id', '=', idOf(change.member))
      .executeTakeFirstOrThrow();
  }
  const members = transaction.updateTable('members').where('account_id', '=', accountId);
  if (change.kind === 'move all below') {
    return members
      .set({ reports_to: idOf(change.to) })
      .where('reports_to', '=', idOf(change.member))
      .executeTakeFirstOrThrow();
  }
  return members.set(valuesOf(change, idOf)).where('id', '=', idOf(change.member)).executeTakeFirstOrThrow();
}

function valuesOf(change: Exclude<Change, { kind: 'hand over' | 'move all below' }>, idOf: (place: number) => string) {
  switch (change.kind) {
    case 'move':
      return { reports_to: change.to === null ? null : idOf(change.to) };
    case 'role':
      return { role: change.role };
    case 'raise to owner':
      return { role: 'owner' as const, reports_to: null, visibility: 'account' as const, branch_member_id: null };
    case 'narrow':
      return {
        visibility: 'branch' as const,
        branch_member_id: change.branch === null ? null : idOf(change.branch),
      };
    case 'widen':
      return { visibility: 'account' as const, branch_member_id: null };
    default:
      return { is_active: change.kind === 'reactivate' };
  }
}
