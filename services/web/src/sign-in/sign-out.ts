/** Ends the session. The phone's page uses it too, so it needs nothing but the browser. Rejects where the server cannot be reached. */
export async function signOut(): Promise<void> {
  await fetch('/v1/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: '{}',
  });
}
