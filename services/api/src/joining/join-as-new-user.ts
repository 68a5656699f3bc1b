import { randomUUID } from 'node:crypto';
import { withUser } from '@ticket-pros/db/scope';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { originOf } from '../access/origin-of.ts';
import type { ApiParts } from '../api-parts.ts';
import { createSessionFor } from '../sign-in/create-session-for.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { addUser, type NewUser } from './add-user.ts';

/** Makes a user with a place by an invitation, both or neither, and signs it in. Throws `invitation_over`; see `isTaken`. */
export async function joinAsNewUser(
  { db, auth }: ApiParts,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { tokenHash, ...user }: NewUser & { tokenHash: Buffer },
): Promise<void> {
  const userId = randomUUID();
  await withUser(db, { userId, origin: originOf(request) }, async (transaction) => {
    await addUser(transaction, user);
    await acceptInvitation(transaction, { tokenHash, name: user.name });
  });
  await createSessionFor({ auth, request, reply }, userId);
}
