import { noMailEnding } from '@ticket-pros/contracts/sign-in';

/** Where a user gets mail, or null: who signs in with a name made by an owner has an address that leads nowhere. */
export function mailAddressOf({ email }: { email: string }): string | null {
  return email.endsWith(noMailEnding) ? null : email;
}
