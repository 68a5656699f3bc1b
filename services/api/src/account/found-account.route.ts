import { foundAccountSchema } from '@ticket-pros/contracts/invitation';
import { placeSchema } from '@ticket-pros/contracts/member';
import { withUser } from '@ticket-pros/db/scope';
import { signedInUserOf } from '../access/guard-routes.ts';
import { originOf } from '../access/origin-of.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { findPerson } from '../joining/find-person.ts';
import { foundByUser } from '../joining/found-by-user.ts';
import { takeTurn } from '../joining/take-turn.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { chooseMember } from '../sign-in/change-session.ts';

/** Accounts that one user may found in a day. */
const mostAccounts = { most: 5, windowSeconds: 24 * 60 * 60 };

/** POST /v1/accounts: who is signed in founds another account and works in it from now on. */
export function foundAnotherAccount(app: Api, parts: ApiParts): void {
  const { db, auth } = parts;
  app.post(
    '/v1/accounts',
    {
      config: { access: { who: 'signed in' } },
      schema: {
        tags: ['Account'],
        summary: 'Found another account',
        body: foundAccountSchema,
        response: { 201: placeSchema },
      },
    },
    async (request, reply) => {
      const user = signedInUserOf(request);
      const { userId } = user;
      const { company } = request.body;
      if (user.seeAsMemberId !== null) throw new ProblemError('read_only');
      if (user.email === null) throw new ProblemError('not_allowed', 'Owners need an e-mail address.');
      const person = await findPerson(parts, user);
      if (!(await takeTurn(auth.signIn, { purpose: 'found', of: userId, ...mostAccounts }))) {
        throw new ProblemError('too_many_requests', 'You founded five accounts today. Try again tomorrow.');
      }
      const { accountId, memberId } = await withUser(db, { userId, origin: originOf(request) }, (transaction) =>
        foundByUser(transaction, {
          ...person,
          userId,
          company,
          attestedAt: auth.signIn.now(),
        }),
      );
      await chooseMember(auth, user.sessionToken, memberId);
      return reply.code(201).send({ memberId, role: 'owner', account: { id: accountId, name: company } });
    },
  );
}
