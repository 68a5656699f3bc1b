import type { Member } from '@ticket-pros/contracts/member';
import { isInBranch, type MemberTree } from './member-tree.ts';

/** Whether `other` sees the tickets of `member` because of where the two stand. */
export function seesBranchOf(tree: MemberTree, other: Member, member: Member): boolean {
  if (isInBranch(tree, member, other.id)) return true;
  return other.branchMemberId !== null && isInBranch(tree, member, other.branchMemberId);
}

/**
 * The active members who see the tickets of `member` because of its place: superiors, and who was given the branch that it is in.
 * Those who see the whole account are left out, as no move changes that.
 */
export function membersWhoSee(tree: MemberTree, member: Member): Member[] {
  return tree.all.filter(
    (other) =>
      other.id !== member.id && other.isActive && other.visibility === 'branch' && seesBranchOf(tree, other, member),
  );
}
