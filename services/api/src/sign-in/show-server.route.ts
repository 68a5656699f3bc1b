import { demoAccount, serverSchema } from '@ticket-pros/contracts/demo-account';
import type { Api } from '../api-parts.ts';

/** GET /v1/server: what the sign-in page needs before anybody is signed in. */
export function showServer(app: Api, { demo }: { demo: boolean }): void {
  const members = demoAccount.members.map(({ role, email, password }) => ({ role, email, password }));
  app.get(
    '/v1/server',
    { schema: { tags: ['Sign-in'], summary: 'What this server offers', response: { 200: serverSchema } } },
    async () => ({ demo: demo ? { members } : null }),
  );
}
