import { builtInTicketTypes } from '@ticket-pros/contracts/built-in-ticket-types';
import type { SelfApproval } from '@ticket-pros/contracts/self-approval';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';
import { thresholdFor } from '@ticket-pros/reader/confidence/threshold-for';
import { measureErrors } from './measure-errors.ts';

/** What owners decided about tickets that nobody looks at, and what spot checks of them found. */
export async function findSelfApproval(transaction: DatabaseTransaction, scope: MemberScope): Promise<SelfApproval> {
  const { error_target: errorTarget } = await transaction
    .selectFrom('accounts')
    .select('error_target')
    .where('id', '=', scope.accountId)
    .executeTakeFirstOrThrow();
  const settings = await transaction
    .selectFrom('ticket_type_settings')
    .select(['ticket_type', 'approves_itself'])
    .where('account_id', '=', scope.accountId)
    .execute();
  const allowed = new Set(settings.filter((row) => row.approves_itself).map((row) => row.ticket_type));
  return {
    errorTarget,
    leastConfidence: thresholdFor(errorTarget),
    ticketTypes: builtInTicketTypes.map(({ key, name }) => ({ key, name, approvesItself: allowed.has(key) })),
    measured: await measureErrors(transaction, scope),
  };
}
