import type { ApiKeyScope } from '@ticket-pros/contracts/api-key';
import type { MemberRole } from '@ticket-pros/contracts/member-role';

/** The roles that may do what a scope opens; the API asks for both. */
const rolesFor: Record<ApiKeyScope, readonly MemberRole[]> = {
  'tickets.read': ['owner', 'office', 'crew'],
  'tickets.capture': ['owner', 'office', 'crew'],
  'tickets.review': ['owner', 'office'],
  'members.read': ['owner', 'office', 'crew'],
  'audit.read': ['owner'],
};

/** Whether a key of a member in this role can do what the scope opens. */
export function isWithinRole(scope: ApiKeyScope, role: MemberRole): boolean {
  return rolesFor[scope].includes(role);
}
