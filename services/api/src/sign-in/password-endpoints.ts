import { changePasswordSchema, requestPasswordResetSchema, resetPasswordSchema } from '@ticket-pros/contracts/sign-in';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';
import { askAuth } from './ask-auth.ts';
import { endLinks } from './end-links.ts';
import { askingUser, type Endpoint, withBody } from './endpoint.ts';
import { limitRequestsFor } from './limit-guesses.ts';
import { refusalOf } from './refusal-of.ts';
import { noteEvent, tellOfNewPassword } from './tell-user.ts';
import { withOwnPassword } from './with-own-password.ts';

/** A weak one is refused with what to do instead, see check-password.ts. */
const anyPassword = { newPassword: z.string() };

/** Another password: by who knows the old one, and by who can read the person's mail. */
export const passwordEndpoints: Record<string, Endpoint> = {
  'POST /change-password': withBody(changePasswordSchema.extend(anyPassword), async (call, body) => {
    const user = await askingUser(call);
    await withOwnPassword(call, user, '/change-password', { ...body, revokeOtherSessions: true });
    await endLinks(call.auth.signIn, user.userId);
    noteEvent(call.auth.signIn, call.request, { action: 'password_changed', userId: user.userId });
    tellOfNewPassword(call.auth.signIn, user.userId);
    return { success: true };
  }),
  'POST /request-password-reset': withBody(requestPasswordResetSchema, async (call, { email }) => {
    await limitRequestsFor(call.auth.signIn, call, { purpose: 'reset', name: email });
    // After the answer, which must neither say nor show by its time whether there is somebody with this address.
    call.auth.signIn.background.run(() => askAuth(call, '/request-password-reset', { body: { email } }));
    return { success: true };
  }),
  'POST /reset-password': withBody(resetPasswordSchema.extend(anyPassword), async (call, body) => {
    await limitRequestsFor(call.auth.signIn, call, { purpose: 'link', name: null });
    const { internalAdapter } = await call.auth.$context;
    const link = await internalAdapter.findVerificationValue(`reset-password:${body.token}`);
    const answer = await askAuth(call, '/reset-password', { body });
    if (!answer.ok || link === null) throw answer.ok ? new ProblemError('link_over') : refusalOf(answer);
    await endLinks(call.auth.signIn, link.value);
    noteEvent(call.auth.signIn, call.request, { action: 'password_reset', userId: link.value });
    tellOfNewPassword(call.auth.signIn, link.value);
    return { success: true };
  }),
};
