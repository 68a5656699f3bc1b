import type { SecondFactorRule } from '@ticket-pros/contracts/account';
import type { MemberRole, Visibility } from '@ticket-pros/contracts/member-role';
import type { Database } from '@ticket-pros/db/connect-database';
import { withUser } from '@ticket-pros/db/scope';
import { sql } from 'kysely';

/** A user's active place in an account. */
export type UserPlace = {
  accountId: string;
  accountName: string;
  memberId: string;
  name: string;
  role: MemberRole;
  visibility: Visibility;
  secondFactor: SecondFactorRule;
  /** Was not noted as present within the last hour. */
  isDueToBeNoted: boolean;
};

/** The active places of a user, the oldest first. */
export function findPlaces(db: Database, userId: string): Promise<UserPlace[]> {
  return withUser(db, { userId }, (transaction) =>
    transaction
      .selectFrom('members')
      .innerJoin('accounts', 'accounts.id', 'members.account_id')
      .select([
        'members.account_id as accountId',
        'accounts.name as accountName',
        'members.id as memberId',
        'members.name',
        'members.role',
        'members.visibility',
        'accounts.second_factor as secondFactor',
        sql<boolean>`members.last_seen_at is null or members.last_seen_at < now() - interval '1 hour'`.as(
          'isDueToBeNoted',
        ),
      ])
      .where('members.user_id', '=', userId)
      .where('members.is_active', '=', true)
      .orderBy('members.created_at')
      .orderBy('members.id')
      .execute(),
  );
}
