import type { z } from 'zod';
import { confirmedUntil } from '../access/confirmed-until.ts';
import { findSession, type SignedInUser } from '../access/find-session.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Call } from './ask-auth.ts';

/** One of the sign-in addresses: what it does with a request whose body is still to be checked. */
export type Endpoint = (call: Call) => Promise<unknown>;

/** An address that takes a body. What the body has beyond its schema goes no further. */
export function withBody<Body extends z.ZodType>(
  schema: Body,
  answer: (call: Call, body: z.output<Body>) => Promise<unknown>,
): Endpoint {
  return async (call) => {
    const { body } = call.request;
    if (typeof body !== 'object' || body === null) {
      throw new ProblemError('bad_request', 'Send the body as an object in application/json.');
    }
    const checked = schema.safeParse(body);
    if (!checked.success) {
      const problems = checked.error.issues.map(({ path, message }) => `/${path.join('/')} ${message}`);
      throw new ProblemError('bad_request', problems.join('; '));
    }
    return answer(call, checked.data);
  };
}

/** Who asks. Throws `not_signed_in`. */
export async function askingUser({ request, reply, auth }: Call): Promise<SignedInUser> {
  const user = await findSession(request, reply, auth);
  if (user === null) throw new ProblemError('not_signed_in');
  return user;
}

/** Who asks, and proved within the last minutes who it is. Throws `not_signed_in` or `confirm_first`. */
export async function confirmedUser(call: Call): Promise<SignedInUser> {
  const user = await askingUser(call);
  if (confirmedUntil(user.confirmedAt) < call.auth.signIn.now()) {
    throw new ProblemError('confirm_first');
  }
  return user;
}
