import type { AccountDetail } from '@ticket-pros/contracts/account';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { MemberScope } from '@ticket-pros/db/scope';

/** What the owners of the scope's account decided for it. */
export async function findAccount(transaction: DatabaseTransaction, scope: MemberScope): Promise<AccountDetail> {
  const row = await transaction
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', scope.accountId)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    language: row.language,
    units: row.units,
    dayOrder: row.day_order,
    secondFactor: row.second_factor,
    officeVisibility: row.office_visibility,
    crewVisibility: row.crew_visibility,
    branchInvitations: row.branch_invitations,
    signInCode: row.sign_in_code,
    businessUseAttestedAt: row.business_use_attested_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}
