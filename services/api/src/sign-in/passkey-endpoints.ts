import {
  addPasskeySchema,
  passkeyListSchema,
  removePasskeySchema,
  signInWithPasskeySchema,
} from '@ticket-pros/contracts/sign-in';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';
import { askAuth, type Call } from './ask-auth.ts';
import { askingUser, confirmedUser, type Endpoint, withBody } from './endpoint.ts';
import { noteSignIn } from './note-sign-in.ts';
import { refusalOf } from './refusal-of.ts';
import { nameInPasskey } from './show-name.ts';
import { noteEvent, tellOfSecondFactor } from './tell-user.ts';

const signedInSchema = z.object({ user: z.object({ id: z.string() }) });
const passkeySchema = z.object({ id: z.string(), name: z.string().nullish(), createdAt: z.string().nullish() });

/** Passkeys: the device knows its owner, and no password is typed. */
export const passkeyEndpoints: Record<string, Endpoint> = {
  'GET /passkey/generate-register-options': async (call) => {
    const user = await confirmedUser(call);
    return nameInPasskey(await ask(call, '/passkey/generate-register-options'), user);
  },
  'POST /passkey/verify-registration': withBody(addPasskeySchema, async (call, body) => {
    const { userId } = await confirmedUser(call);
    const added = passkeySchema.parse(await ask(call, '/passkey/verify-registration', body));
    noteEvent(call.auth.signIn, call.request, { action: 'passkey_added', userId });
    tellOfSecondFactor(call.auth.signIn, userId, 'passkey_added');
    return describe(added);
  }),
  'GET /passkey/generate-authenticate-options': (call) => ask(call, '/passkey/generate-authenticate-options'),
  'POST /passkey/verify-authentication': withBody(signInWithPasskeySchema, async (call, body) => {
    const { user } = signedInSchema.parse(await ask(call, '/passkey/verify-authentication', body));
    await noteSignIn(call, user.id);
    return { secondFactorNeeded: false };
  }),
  'GET /passkey/list-user-passkeys': async (call) => {
    await askingUser(call);
    const passkeys = z.array(passkeySchema).parse(await ask(call, '/passkey/list-user-passkeys'));
    return passkeyListSchema.parse(passkeys.map(describe));
  },
  'POST /passkey/delete-passkey': withBody(removePasskeySchema, async (call, body) => {
    const { userId } = await confirmedUser(call);
    const answer = await askAuth(call, '/passkey/delete-passkey', { body });
    // Somebody else's passkey answers like none.
    if (!answer.ok) throw answer.status < 500 ? new ProblemError('not_found') : refusalOf(answer);
    noteEvent(call.auth.signIn, call.request, { action: 'passkey_removed', userId });
    tellOfSecondFactor(call.auth.signIn, userId, 'passkey_removed');
    return { success: true };
  }),
};

async function ask(call: Call, path: `/${string}`, body?: object): Promise<unknown> {
  const answer = await askAuth(call, path, body === undefined ? {} : { body });
  if (!answer.ok) throw refusalOf(answer);
  return answer.body;
}

function describe({ id, name, createdAt }: z.output<typeof passkeySchema>) {
  return { id, name: name ?? null, createdAt: createdAt ?? null };
}
