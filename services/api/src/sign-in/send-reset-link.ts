import { linkMinutes, signInPages } from '@ticket-pros/contracts/sign-in';
import { mailAddressOf } from './mail-address-of.ts';
import type { SignInParts } from './sign-in-parts.ts';

type User = { id: string; email: string };

/** Sends the link with which somebody sets a new password. Who has no e-mail address asks the owner of the account. */
export async function sendResetLink({ events, publicUrl }: SignInParts, user: User, token: string): Promise<void> {
  const to = mailAddressOf(user);
  if (to === null) return;
  await events.sendMail({
    to,
    userId: user.id,
    template: 'reset-password',
    parameters: {
      url: `${new URL(signInPages.resetPassword, publicUrl).href}#${token}`,
      validMinutes: linkMinutes.resetPassword,
    },
  });
}
