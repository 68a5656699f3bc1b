import type { Member } from '@ticket-pros/contracts/member';
import { arrangeMembers, type MemberTree } from './member-tree.ts';
import { membersWhoSee } from './members-who-see.ts';

export interface MoveEffect {
  /** How many come along. */
  along: number;
  /** Who sees the branch's tickets from then on, and did not before. */
  gains: Member[];
  /** Who no longer sees them. */
  loses: Member[];
}

/** What changes when `member` reports to somebody else, or to the account (null). */
export function describeMove(tree: MemberTree, member: Member, superiorId: string | null): MoveEffect {
  const moved = { ...member, reportsTo: superiorId };
  const after = arrangeMembers(tree.all.map((one) => (one.id === member.id ? moved : one)));
  const before = membersWhoSee(tree, member);
  const then = membersWhoSee(after, moved);
  const without = (list: Member[], others: Member[]) => list.filter((one) => !others.some(({ id }) => id === one.id));
  return { along: tree.countBelow(member.id), gains: without(then, before), loses: without(before, then) };
}
