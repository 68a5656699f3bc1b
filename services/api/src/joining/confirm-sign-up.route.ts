import { randomUUID } from 'node:crypto';
import { confirmSignUpSchema, joinedSchema } from '@ticket-pros/contracts/invitation';
import { type Origin, withUser } from '@ticket-pros/db/scope';
import { originOf } from '../access/origin-of.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { createSessionFor } from '../sign-in/create-session-for.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { addUser, isTaken } from './add-user.ts';
import { foundByUser } from './found-by-user.ts';
import { takePending } from './keep-pending.ts';
import { hashLinkToken } from './link-token.ts';
import { takeTurn } from './take-turn.ts';

/** Wrong passwords that a link bears; then it waits for an hour. */
const mostTries = { most: 10, windowSeconds: 60 * 60 };

/** POST /v1/sign-up/confirm: makes what a confirmed e-mail address asked for, and signs in. */
export function confirmSignUp(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/sign-up/confirm',
    {
      config: { access: { who: 'anybody' } },
      schema: {
        tags: ['Joining'],
        summary: 'Confirm an e-mail address',
        body: confirmSignUpSchema,
        response: { 200: joinedSchema },
      },
    },
    async (request, reply) => {
      const userId = randomUUID();
      const { token, password } = request.body;
      const tokenHash = hashLinkToken(token);
      const turn = { purpose: 'confirm' as const, of: tokenHash.toString('hex'), ...mostTries };
      if (!(await takeTurn(parts.auth.signIn, turn))) {
        throw new ProblemError('too_many_requests', 'Too many tries with this link. Try again in an hour.');
      }
      await complete(parts, { userId, tokenHash, password, origin: originOf(request) });
      await createSessionFor({ auth: parts.auth, request, reply }, userId);
      return { outcome: 'joined' as const };
    },
  );
}

type Confirmation = { userId: string; tokenHash: Buffer; password: string; origin: Origin };

/** User and account or place, all or nothing: a link whose invitation is over meanwhile can be tried again, and says so again. */
async function complete({ db, auth }: ApiParts, { userId, tokenHash, password, origin }: Confirmation): Promise<void> {
  const { verify } = (await auth.$context).password;
  try {
    await withUser(db, { userId, origin }, async (transaction) => {
      const pending = await takePending(transaction, tokenHash);
      if (!(await verify({ hash: pending.passwordHash, password }))) throw new ProblemError('wrong_password');
      await addUser(transaction, { ...pending, signInName: null });
      const { name } = pending;
      if (pending.kind === 'found') {
        await foundByUser(transaction, { ...pending, userId, attestedAt: new Date(pending.attestedAt) });
      } else {
        await acceptInvitation(transaction, { name, tokenHash: Buffer.from(pending.invitationHash, 'hex') });
      }
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new ProblemError('link_over', 'This e-mail address has a sign-in meanwhile. Sign in with it.');
  }
}
