import { noMailEnding } from '@ticket-pros/contracts/sign-in';
import { z } from 'zod';
import type { SignedInUser } from '../access/find-session.ts';

const optionsSchema = z.looseObject({ user: z.looseObject({ id: z.string() }) });

/** The options of a new passkey, with the name that its owner knows in place of an address that leads nowhere. */
export function nameInPasskey(options: unknown, { email, signInName }: SignedInUser): unknown {
  const read = optionsSchema.parse(options);
  const name = signInName ?? email ?? '';
  return { ...read, user: { ...read.user, name, displayName: name } };
}

/** The same for the address that an authenticator app reads. */
export function nameInApp(totpURI: string): string {
  return totpURI.replace(encodeURIComponent(noMailEnding), '').replace(noMailEnding, '');
}
