import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { MemberScope } from '@ticket-pros/db/scope';
import type { SignedInUser } from './find-session.ts';

/** The member that a request comes from. Its scope opens every transaction of the request. */
export type Asker = {
  scope: MemberScope;
  role: MemberRole;
  name: string;
  /** Null where an API key asks. */
  user: SignedInUser | null;
  /** The name of the owner who looks as this member, where one does. */
  seenBy: string | null;
};
