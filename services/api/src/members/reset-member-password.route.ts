import { givenPasswordSchema } from '@ticket-pros/contracts/member';
import { withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { z } from 'zod';
import { askerOf } from '../access/guard-routes.ts';
import { findAccount } from '../account/find-account.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { resetPassword } from '../sign-in/set-password.ts';
import { findMemberRow } from './find-member.ts';
import { findSignIns } from './find-sign-ins.ts';
import { isOfThisAccountAlone } from './is-of-this-account-alone.ts';
import { makePassword } from './make-password.ts';

/**
 * POST /v1/members/:memberId/reset-password: a new password for a member without e-mail, shown once; its sessions end. Only for sign-ins
 * that this account made and that open nothing else: an owner's hand must not reach into another account.
 */
export function resetMemberPassword(app: Api, { db, auth }: ApiParts): void {
  app.post(
    '/v1/members/:memberId/reset-password',
    {
      config: { access: { who: 'members', roles: ['owner'], confirmed: true } },
      schema: {
        tags: ['Members'],
        summary: 'Reset the password of a member without e-mail',
        params: z.object({ memberId: z.uuid() }),
        response: { 200: givenPasswordSchema },
      },
    },
    async (request) => {
      const { scope } = askerOf(request);
      const { member, account } = await withMember(db, scope, async (transaction) => ({
        member: await findMemberRow(transaction, scope, request.params.memberId),
        account: await findAccount(transaction, scope),
      }));
      const signIn = (await findSignIns(auth, [member.user_id])).get(member.user_id);
      const signInName = signIn?.signInName ?? null;
      const isMadeHere = signInName?.endsWith(`.${account.signInCode}`) === true;
      if (signInName === null || !isMadeHere || !(await isOfThisAccountAlone(db, member.user_id))) {
        throw new ProblemError('not_allowed', 'This member resets the password alone, with "Forgot password?".');
      }
      const password = makePassword();
      await resetPassword(auth, member.user_id, password);
      await withMember(db, scope, (transaction) =>
        writeAudit(transaction, scope, {
          action: 'member.password_reset',
          subject: { kind: 'member', id: member.id },
          payload: { name: member.name },
        }),
      );
      return { signInName, password };
    },
  );
}
