import { startRegistration } from '@simplewebauthn/browser';
import { z } from 'zod';
import { askSignIn } from '../../sign-in/ask-sign-in.ts';
import { isCancelled } from '../../sign-in/passkey-question.ts';

/** What the server wants made; the browser checks the rest of its form. */
const optionsSchema = z.looseObject({
  challenge: z.string(),
  rp: z.looseObject({ name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.number(), type: z.literal('public-key') })),
});

/** Makes a passkey on this device. Answers false where the person closed the browser's dialog. */
export async function addPasskey(name: string): Promise<boolean> {
  const optionsJSON = await askSignIn('/v1/auth/passkey/generate-register-options', optionsSchema);
  try {
    const response = await startRegistration({ optionsJSON });
    await askSignIn('/v1/auth/passkey/verify-registration', z.unknown(), { response, name });
    return true;
  } catch (error) {
    if (isCancelled(error)) return false;
    throw error;
  }
}
