import { accountDetailSchema, changeAccountSchema } from '@ticket-pros/contracts/account';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { findAccount } from './find-account.ts';

const columns = {
  name: 'name',
  timeZone: 'time_zone',
  language: 'language',
  units: 'units',
  dayOrder: 'day_order',
  secondFactor: 'second_factor',
  officeVisibility: 'office_visibility',
  crewVisibility: 'crew_visibility',
  branchInvitations: 'branch_invitations',
} as const;
const settingNames = Object.keys(columns) as (keyof typeof columns)[];

/** PATCH /v1/account. An owner who asks everybody for a second factor has to have one. */
export function changeAccount(app: Api, { db }: ApiParts): void {
  app.patch(
    '/v1/account',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['Account'],
        summary: 'Change the account',
        body: changeAccountSchema,
        response: { 200: accountDetailSchema },
      },
    },
    async (request) => {
      const { scope, user } = askerOf(request);
      const { secondFactor } = request.body;
      if (secondFactor !== undefined && secondFactor !== 'optional' && user?.hasSecondFactor !== true) {
        throw new ProblemError(
          'second_factor_needed',
          'Set up your own second factor first, under My account; else you would lock yourself out.',
        );
      }
      return withMember(db, scope, async (transaction) => {
        const before = await findAccount(transaction, scope);
        const changed = settingNames.filter(
          (name) => request.body[name] !== undefined && request.body[name] !== before[name],
        );
        if (changed.length === 0) return before;
        await transaction
          .updateTable('accounts')
          .set(Object.fromEntries(changed.map((name) => [columns[name], request.body[name]])))
          .where('id', '=', scope.accountId)
          .execute();
        await writeAudit(transaction, scope, {
          action: 'account.changed',
          subject: { kind: 'account', id: scope.accountId },
          payload: {
            before: Object.fromEntries(changed.map((name) => [name, before[name]])),
            after: Object.fromEntries(changed.map((name) => [name, request.body[name]])),
          },
        });
        return findAccount(transaction, scope);
      });
    },
  );
}
