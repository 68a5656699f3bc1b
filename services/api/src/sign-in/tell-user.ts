import { signInPages } from '@ticket-pros/contracts/sign-in';
import type { FastifyRequest } from 'fastify';
import { originOf } from '../access/origin-of.ts';
import { mailAddressOf } from './mail-address-of.ts';
import type { SecondFactorChange, SignInEvent } from './sign-in-events.ts';
import type { SignInParts } from './sign-in-parts.ts';

/** Writes into the audit log of each account of a user what it did, after the answer. */
export function noteEvent(
  { background, events }: SignInParts,
  request: FastifyRequest,
  { action, userId }: Pick<SignInEvent, 'action' | 'userId'>,
): void {
  const origin = originOf(request);
  background.run(() => events.audit({ action, userId, origin }));
}

/** Tells a user by mail that the password is another one now. */
export function tellOfNewPassword(parts: SignInParts, userId: string): void {
  const { events, now, publicUrl } = parts;
  const parameters = { at: now(), resetUrl: new URL(signInPages.forgotPassword, publicUrl).href };
  tellUser(parts, userId, (to) => events.sendMail({ to, userId, template: 'password-changed-notice', parameters }));
}

/** Tells a user by mail that its second factor, recovery codes or passkeys changed. */
export function tellOfSecondFactor(parts: SignInParts, userId: string, change: SecondFactorChange): void {
  const { events, now, publicUrl } = parts;
  const parameters = { at: now(), change, securityUrl: new URL(signInPages.security, publicUrl).href };
  tellUser(parts, userId, (to) =>
    events.sendMail({ to, userId, template: 'second-factor-changed-notice', parameters }),
  );
}

/** After the answer, and only who has an e-mail address. */
export function tellUser(
  { background, tables }: SignInParts,
  userId: string,
  tell: (to: string) => Promise<void>,
): void {
  background.run(async () => {
    const user = await tables.selectFrom('user').select('email').where('id', '=', userId).executeTakeFirst();
    const to = user === undefined ? null : mailAddressOf(user);
    if (to !== null) await tell(to);
  });
}
