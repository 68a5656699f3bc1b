import type { Member } from '@ticket-pros/contracts/member';
import { isInBranch, type MemberTree } from './member-tree.ts';

/** Why a member can't be chosen, as the last part of the message's key. */
export type BlockedChoice = 'itself' | 'below' | 'already' | 'deactivated' | 'elsewhere';

/** Why `member` can not come to report to `candidate`; null where it can. */
export function blockedSuperior(tree: MemberTree, member: Member, candidate: Member): BlockedChoice | null {
  if (candidate.id === member.id) return 'itself';
  if (candidate.id === member.reportsTo) return 'already';
  if (isInBranch(tree, candidate, member.id)) return 'below';
  return candidate.isActive ? null : 'deactivated';
}

/** Why `candidate` can not get the tickets of `member`; null where it can. */
export function blockedReceiver(member: Member, candidate: Member): BlockedChoice | null {
  if (candidate.id === member.id) return 'itself';
  return candidate.isActive ? null : 'deactivated';
}
