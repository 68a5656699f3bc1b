import type { joinSchema } from '@ticket-pros/contracts/invitation';
import { noMailEnding } from '@ticket-pros/contracts/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { checkPassword } from '../sign-in/check-password.ts';
import { isTaken } from './add-user.ts';
import { findInvitation } from './find-invitation.ts';
import { joinAsNewUser } from './join-as-new-user.ts';
import { limitJoining } from './limit-joining.ts';
import { hashLinkToken } from './link-token.ts';

type Body = Extract<z.output<typeof joinSchema>, { as: 'name' }>;

/** Joins as somebody without e-mail: at once, and capturing within the minute. */
export async function joinWithName(
  parts: ApiParts,
  exchange: { request: FastifyRequest; reply: FastifyReply },
  { token, name, signInName: chosen, password }: Body,
): Promise<void> {
  const tokenHash = hashLinkToken(token);
  const { company, role, signInCode } = await findInvitation(parts.db, tokenHash);
  if (role === 'owner') throw new ProblemError('bad_request', 'Owners join with an e-mail address.');
  const signInName = `${chosen}.${signInCode}`;
  checkPassword(password, [name, chosen, signInName, company]);
  await limitJoining(parts, exchange.request);
  const passwordHash = await (await parts.auth.$context).password.hash(password);
  const email = signInName + noMailEnding;
  try {
    await joinAsNewUser(parts, exchange, { tokenHash, name, email, signInName, passwordHash });
  } catch (error) {
    throw isTaken(error) ? new ProblemError('sign_in_name_taken') : error;
  }
}
