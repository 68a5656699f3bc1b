export type SignInOutcome = 'signed-in' | 'wrong' | 'tooMany' | 'unexpected';

/** Signs in with e-mail and password; the answer sets the session cookie. Rejects where the server cannot be reached. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const { ok, status } = await post('/v1/auth/sign-in/email', { email, password });
  if (ok) return 'signed-in';
  if (status === 429) return 'tooMany';
  return status < 500 ? 'wrong' : 'unexpected';
}

export async function signOut(): Promise<void> {
  await post('/v1/auth/sign-out', {});
}

function post(address: string, body: object): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
}
