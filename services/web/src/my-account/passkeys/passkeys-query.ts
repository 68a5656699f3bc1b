import { queryOptions } from '@tanstack/react-query';
import { passkeyListSchema } from '@ticket-pros/contracts/sign-in';
import { askSignIn } from '../../sign-in/ask-sign-in.ts';

/** The passkeys of who is signed in. */
export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: () => askSignIn('/v1/auth/passkey/list-user-passkeys', passkeyListSchema),
});
