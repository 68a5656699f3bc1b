import type { Member } from '@ticket-pros/contracts/member';
import type { MemberTree } from '../member-tree.ts';

/** One line of the tree; `member` is null for the account at its root. */
export interface TreeLine {
  id: string;
  member: Member | null;
  level: number;
  /** Its place among the lines that hang on the same one. */
  position: number;
  siblings: number;
  /** null where nothing hangs on it. */
  expanded: boolean | null;
  parentId: string | null;
}

export const accountLineId = 'account';

/** The lines that show while the branches in `expanded` are open. Deactivated members show where somebody active reports to them. */
export function treeLines(tree: MemberTree, expanded: ReadonlySet<string>, withAccount: boolean): TreeLine[] {
  const isKept = keepActive(tree);
  const lines: TreeLine[] = [];
  const add = (members: readonly Member[], level: number, parentId: string | null) => {
    const kept = members.filter(isKept);
    for (const [index, member] of kept.entries()) {
      const hasBranch = tree.below(member.id).some(isKept);
      const isOpen = hasBranch && expanded.has(member.id);
      lines.push({
        id: member.id,
        member,
        level,
        position: index + 1,
        siblings: kept.length,
        expanded: hasBranch ? isOpen : null,
        parentId,
      });
      if (isOpen) add(tree.below(member.id), level + 1, member.id);
    }
  };
  if (!withAccount) {
    add(tree.roots, 1, null);
    return lines;
  }
  const isOpen = expanded.has(accountLineId);
  lines.push({ id: accountLineId, member: null, level: 1, position: 1, siblings: 1, expanded: isOpen, parentId: null });
  if (isOpen) add(tree.roots, 2, accountLineId);
  return lines;
}

/** Members found by search or filter, one under the other. */
export function foundLines(members: readonly Member[]): TreeLine[] {
  return members.map((member, index) => ({
    id: member.id,
    member,
    level: 1,
    position: index + 1,
    siblings: members.length,
    expanded: null,
    parentId: null,
  }));
}

function keepActive(tree: MemberTree): (member: Member) => boolean {
  const known = new Map<string, boolean>();
  const isKept = (member: Member): boolean => {
    const kept = known.get(member.id) ?? (member.isActive || tree.below(member.id).some(isKept));
    known.set(member.id, kept);
    return kept;
  };
  return isKept;
}
