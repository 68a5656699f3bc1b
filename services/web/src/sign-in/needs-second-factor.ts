import type { Me } from '@ticket-pros/contracts/member';

/** Whether the account wants a second factor of this member that it has not set up; the API refuses everything else until then. */
export function needsSecondFactor({ account, member, hasSecondFactor, seeingAs }: Me): boolean {
  // Who looks as another member has set up its own already, or was led to it before.
  if (hasSecondFactor || seeingAs !== null) return false;
  return account.secondFactor === 'everybody' || (account.secondFactor === 'office' && member.role !== 'crew');
}
