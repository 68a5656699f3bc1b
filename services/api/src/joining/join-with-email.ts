import type { joinSchema } from '@ticket-pros/contracts/invitation';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ApiParts } from '../api-parts.ts';
import { sendMail } from '../mail/send-mail.ts';
import { checkPassword } from '../sign-in/check-password.ts';
import { isTaken } from './add-user.ts';
import { findInvitation } from './find-invitation.ts';
import { joinAsNewUser } from './join-as-new-user.ts';
import { limitJoining } from './limit-joining.ts';
import { hashLinkToken, linkWith } from './link-token.ts';
import { sendConfirmation } from './send-confirmation.ts';

type Body = Extract<z.output<typeof joinSchema>, { as: 'email' }>;

/**
 * Joins as somebody with an e-mail address: at once where the link came out of a mail to that very address, else once a mail has
 * confirmed it. Whether the address is known makes no difference to the answer.
 */
export async function joinWithEmail(
  parts: ApiParts,
  exchange: { request: FastifyRequest; reply: FastifyReply },
  { token, name, email, password }: Body,
): Promise<'joined' | 'confirm_email'> {
  const tokenHash = hashLinkToken(token);
  const invitation = await findInvitation(parts.db, tokenHash);
  checkPassword(password, [name, email, invitation.company]);
  await limitJoining(parts, exchange.request);
  const passwordHash = await (await parts.auth.$context).password.hash(password);
  if (invitation.provesEmail && invitation.email === email) {
    try {
      await joinAsNewUser(parts, exchange, { tokenHash, name, email, signInName: null, passwordHash });
      return 'joined';
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  const { publicUrl } = parts.auth.signIn;
  await sendConfirmation(parts, {
    pending: { kind: 'join', name, email, passwordHash, invitationHash: tokenHash.toString('hex') },
    language: invitation.language,
    tellKnown: () =>
      sendMail(parts, {
        to: email,
        template: 'join-known-address',
        language: invitation.language,
        accountId: null,
        parameters: {
          invitationUrl: linkWith(publicUrl, 'join', token),
          signInUrl: new URL('/sign-in', publicUrl).href,
        },
      }),
  });
  return 'confirm_email';
}
