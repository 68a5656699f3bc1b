import { addNamedMemberSchema, namedMemberSchema } from '@ticket-pros/contracts/member';
import { withMember } from '@ticket-pros/db/scope';
import { askerOf } from '../access/guard-routes.ts';
import { findAccount } from '../account/find-account.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { createUserWithName } from '../sign-in/create-named-user.ts';
import { addMember } from './add-member.ts';
import { explainRefusal } from './explain-refusal.ts';
import { findMember, findMemberRow } from './find-member.ts';
import { makePassword } from './make-password.ts';

/** POST /v1/members: a member without e-mail, with a sign-in that its owner makes. The password is in this answer and nowhere else. */
export function addNamedMember(app: Api, parts: ApiParts): void {
  const { db, auth } = parts;
  app.post(
    '/v1/members',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Members'],
        summary: 'Add a member without e-mail',
        body: addNamedMemberSchema,
        response: { 201: namedMemberSchema },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { scope } = asker;
      const { name, role, reportsTo } = request.body;
      const account = await withMember(db, scope, async (transaction) => {
        if (reportsTo !== null && !(await findMemberRow(transaction, scope, reportsTo)).is_active) {
          throw new ProblemError('member_inactive');
        }
        return findAccount(transaction, scope);
      });
      const signInName = `${request.body.signInName}.${account.signInCode}`;
      const password = makePassword();
      const userId = await createUserWithName(auth, { name, signInName, password, company: account.name });
      const { memberId } = await addMember(db, scope, { userId, role, name, reportsTo }).catch(
        async (error: unknown) => {
          // A user without a place would hold the name for nobody.
          await (await auth.$context).internalAdapter.deleteUser(userId);
          throw explainRefusal(error);
        },
      );
      const member = await findMember(parts, asker, memberId);
      return reply.code(201).send({ member, signInName, password });
    },
  );
}
