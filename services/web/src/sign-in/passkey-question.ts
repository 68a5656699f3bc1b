import { type AuthenticationResponseJSON, startAuthentication, WebAuthnError } from '@simplewebauthn/browser';
import { type SignInAnswer, signInAnswerSchema } from '@ticket-pros/contracts/sign-in';
import { z } from 'zod';
import { askSignIn } from './ask-sign-in.ts';

/** What the server wants signed; the browser checks its form. */
const optionsSchema = z.looseObject({ challenge: z.string() });
export type PasskeyOptions = z.infer<typeof optionsSchema>;

export function fetchPasskeyOptions(): Promise<PasskeyOptions> {
  return askSignIn('/v1/auth/passkey/generate-authenticate-options', optionsSchema);
}

/**
 * Lets the person take a passkey of this device. With `autofill` the browser offers them under the field for the name, and the promise
 * waits until one is taken. Null where the person closed the browser's dialog, or another question took the place of this one.
 */
export async function askForPasskey(
  optionsJSON: PasskeyOptions,
  { autofill }: { autofill: boolean },
): Promise<AuthenticationResponseJSON | null> {
  try {
    return await startAuthentication({ optionsJSON, useBrowserAutofill: autofill });
  } catch (error) {
    if (isCancelled(error)) return null;
    throw error;
  }
}

/** Signs in with what the passkey answered; the answer sets the session cookie. */
export function signInWithPasskey(response: AuthenticationResponseJSON): Promise<SignInAnswer> {
  return askSignIn('/v1/auth/passkey/verify-authentication', signInAnswerSchema, { response });
}

/** Whether the person closed the browser's dialog; browsers tell a lack of passkeys in the same way. */
export function isCancelled(error: unknown): boolean {
  if (error instanceof WebAuthnError) return error.code === 'ERROR_CEREMONY_ABORTED' || isCancelled(error.cause);
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}
