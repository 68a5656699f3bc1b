import type { Member } from '@ticket-pros/contracts/member';

/** The members that somebody sees, by place. */
export interface MemberTree {
  /** In order of name. */
  all: readonly Member[];
  byId: ReadonlyMap<string, Member>;
  /** Those without a superior that is seen. */
  roots: readonly Member[];
  /** Who reports to this member, in order of name. */
  below: (memberId: string) => readonly Member[];
  /** How many members are below this one, at any depth. */
  countBelow: (memberId: string) => number;
  /** The superiors of this member, from the top down. */
  above: (member: Member) => readonly Member[];
}

/** Arranges members by whom they report to. */
export function arrangeMembers(members: readonly Member[]): MemberTree {
  const all = [...members].sort((one, other) => one.name.localeCompare(other.name));
  const byId = new Map(all.map((member) => [member.id, member]));
  const roots: Member[] = [];
  const children = new Map<string, Member[]>();
  for (const member of all) {
    const superior = member.reportsTo === null ? undefined : byId.get(member.reportsTo);
    if (superior === undefined) roots.push(member);
    else children.set(superior.id, [...(children.get(superior.id) ?? []), member]);
  }
  const below = (memberId: string) => children.get(memberId) ?? [];

  const counts = new Map<string, number>();
  const countBelow = (memberId: string): number => {
    const known = counts.get(memberId);
    if (known !== undefined) return known;
    const count = below(memberId).reduce((sum, child) => sum + 1 + countBelow(child.id), 0);
    counts.set(memberId, count);
    return count;
  };

  const above = (member: Member): Member[] => {
    const superior = member.reportsTo === null ? undefined : byId.get(member.reportsTo);
    return superior === undefined ? [] : [...above(superior), superior];
  };

  return { all, byId, roots, below, countBelow, above };
}

/** Whether `member` is `top` or somewhere below it. */
export function isInBranch(tree: MemberTree, member: Member, top: string): boolean {
  return member.id === top || tree.above(member).some((superior) => superior.id === top);
}
