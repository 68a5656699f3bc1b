import { demoAccount, serverSchema } from '@ticket-pros/contracts/demo-account';
import type { Api } from '../api-parts.ts';
import { isThisMachine } from '../dev-inbox/is-this-machine.ts';

type Offer = { demoPassword: string | undefined; devInbox: boolean };

/**
 * GET /v1/server: what the sign-in page needs before anybody is signed in. The demo's sign-ins are told on this machine alone, not to
 * everybody in the network that `--phone` serves.
 */
export function showServer(app: Api, { demoPassword: password, devInbox }: Offer): void {
  const members =
    password === undefined ? [] : demoAccount.members.map(({ role, email }) => ({ role, email, password }));
  app.get(
    '/v1/server',
    {
      config: { access: { who: 'anybody' } },
      schema: { tags: ['Sign-in'], summary: 'What this server offers', response: { 200: serverSchema } },
    },
    async ({ ip }) => ({
      demo: members.length > 0 && isThisMachine(ip) ? { members } : null,
      devInbox: devInbox && isThisMachine(ip),
    }),
  );
}
