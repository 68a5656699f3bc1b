import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { AuthDatabase } from './auth-tables.ts';
import type { HashSecretly } from './hash-secretly.ts';
import type { Background } from './run-in-background.ts';
import type { SignInEvents } from './sign-in-events.ts';

/** What of a user's active places in accounts matters when signing in. */
export type SignInPlace = { memberId: string; role: MemberRole; accountName: string };

/** What everything about signing in works with, besides better-auth itself. */
export type SignInParts = {
  tables: AuthDatabase;
  hashSecretly: HashSecretly;
  events: SignInEvents;
  background: Background;
  placesOf: (userId: string) => Promise<readonly SignInPlace[]>;
  publicUrl: string;
  now: () => Date;
};
