import { randomBytes } from 'node:crypto';
import { changeEmailSchema, confirmEmailSchema, linkMinutes, signInPages } from '@ticket-pros/contracts/sign-in';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';
import type { Call } from './ask-auth.ts';
import { endLinks } from './end-links.ts';
import { confirmedUser, type Endpoint, withBody } from './endpoint.ts';
import { limitRequestsFor } from './limit-guesses.ts';
import { mailAddressOf } from './mail-address-of.ts';
import { noteEvent } from './tell-user.ts';

/** What the link in the mail to the new address stands for. */
const changeSchema = z.object({ userId: z.string(), from: z.string(), to: z.string() });

/**
 * Another e-mail address, by a link that was sent to it. better-auth's own way signs in whoever opens the link, without a second
 * factor; this one signs in nobody.
 */
export const changeEmailEndpoints: Record<string, Endpoint> = {
  'POST /change-email': withBody(changeEmailSchema, async (call, { newEmail }) => {
    const { userId } = await confirmedUser(call);
    await limitRequestsFor(call.auth.signIn, call, { purpose: 'change e-mail', name: userId });
    // After the answer, which must not say whether the address is somebody's already.
    call.auth.signIn.background.run(() => sendLink(call, { userId, newEmail }));
    return { success: true };
  }),
  'POST /confirm-email': withBody(confirmEmailSchema, async (call, { token }) => {
    await limitRequestsFor(call.auth.signIn, call, { purpose: 'link', name: null });
    await changeEmail(call, token);
    return { success: true };
  }),
};

async function sendLink({ auth }: Call, { userId, newEmail }: { userId: string; newEmail: string }): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const [user, other] = [await internalAdapter.findUserById(userId), await internalAdapter.findUserByEmail(newEmail)];
  if (user === null || other !== null) return;
  const token = randomBytes(24).toString('base64url');
  const validMinutes = linkMinutes.confirmEmail;
  await internalAdapter.createVerificationValue({
    identifier: `confirm-email:${token}`,
    value: JSON.stringify({ userId, from: user.email, to: newEmail } satisfies z.input<typeof changeSchema>),
    expiresAt: new Date(Date.now() + validMinutes * 60_000),
  });
  const url = `${new URL(signInPages.confirmEmail, auth.signIn.publicUrl).href}#${token}`;
  await auth.signIn.events.sendMail({
    to: newEmail,
    userId,
    template: 'confirm-new-email',
    parameters: { url, validMinutes },
  });
}

async function changeEmail({ auth, request }: Call, token: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const link = await internalAdapter.consumeVerificationValue(`confirm-email:${token}`);
  if (link === null) throw new ProblemError('link_over');
  const { userId, from, to } = changeSchema.parse(JSON.parse(link.value));
  const user = await internalAdapter.findUserById(userId);
  const other = await internalAdapter.findUserByEmail(to);
  // Of two links the one used first wins, and of two people who want an address.
  if (user === null || user.email !== from || other !== null) throw new ProblemError('link_over');
  await internalAdapter.updateUser(userId, { email: to, emailVerified: true });
  // Whoever still reads the old mailbox sets no new password with a link in it.
  await endLinks(auth.signIn, userId);
  const { background, events, now } = auth.signIn;
  noteEvent(auth.signIn, request, { action: 'email_changed', userId });
  const oldAddress = mailAddressOf(user);
  if (oldAddress === null) return;
  const parameters = { at: now(), newEmail: to };
  background.run(() => events.sendMail({ to: oldAddress, userId, template: 'email-changed-notice', parameters }));
}
