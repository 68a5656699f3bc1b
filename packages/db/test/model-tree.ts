/** A member as the model knows it. Ids are the places in the list of members, so that nothing of the database helps it. */
export type ModelMember = {
  role: 'owner' | 'office' | 'crew';
  reportsTo: number | null;
  visibility: 'account' | 'branch';
  branch: number | null;
  isActive: boolean;
};

/** One account: its members, and for each of its tickets whose it is. */
export type ModelTree = { members: ModelMember[]; tickets: number[] };

/** What somebody wants to change. Numbers are members. */
export type Change =
  | { kind: 'move'; member: number; to: number | null }
  | { kind: 'move all below'; member: number; to: number }
  | { kind: 'role'; member: number; role: ModelMember['role'] }
  | { kind: 'raise to owner'; member: number }
  | { kind: 'narrow'; member: number; branch: number | null }
  | { kind: 'widen'; member: number }
  | { kind: 'deactivate' | 'reactivate'; member: number }
  | { kind: 'hand over'; member: number; to: number };

const at = (tree: ModelTree, place: number): ModelMember => {
  const member = tree.members[place];
  if (member === undefined) throw new Error(`the model has no member ${place}`);
  return member;
};

/** Whether walking up from a member comes by another one. */
function isBelowOrSame(tree: ModelTree, member: number, above: number): boolean {
  for (let here: number | null = member; here !== null; here = at(tree, here).reportsTo) {
    if (here === above) return true;
  }
  return false;
}

/** The naive rule of who sees whom: asked of every member, one at a time. */
export function canSee(tree: ModelTree, asker: number, member: number): boolean {
  const { isActive, visibility, branch } = at(tree, asker);
  if (!isActive) return false;
  if (visibility === 'account') return true;
  return isBelowOrSame(tree, member, asker) || (branch !== null && isBelowOrSame(tree, member, branch));
}

/** How many rows a change by `actor` changes; 0 where it is refused, and then nothing is changed. */
export function applyChange(tree: ModelTree, actor: number, change: Change): number {
  const { role, isActive } = at(tree, actor);
  if (role !== 'owner' || !isActive) return 0;
  if (change.kind === 'hand over') {
    const theirs = tree.tickets.flatMap((member, ticket) => (member === change.member ? [ticket] : []));
    for (const ticket of theirs) tree.tickets[ticket] = change.to;
    return theirs.length;
  }
  const before = structuredClone(tree.members);
  const changed = changeMembers(tree, change);
  if (isLegal(tree)) return changed;
  tree.members = before;
  return 0;
}

function changeMembers(tree: ModelTree, change: Exclude<Change, { kind: 'hand over' }>): number {
  const member = at(tree, change.member);
  switch (change.kind) {
    case 'move':
      member.reportsTo = change.to;
      return 1;
    case 'move all below': {
      const below = tree.members.filter((one) => one.reportsTo === change.member);
      for (const one of below) one.reportsTo = change.to;
      return below.length;
    }
    case 'role':
      member.role = change.role;
      return 1;
    case 'raise to owner':
      Object.assign(member, { role: 'owner', reportsTo: null, visibility: 'account', branch: null });
      return 1;
    case 'narrow':
      Object.assign(member, { visibility: 'branch', branch: change.branch });
      return 1;
    case 'widen':
      Object.assign(member, { visibility: 'account', branch: null });
      return 1;
    default:
      member.isActive = change.kind === 'reactivate';
      return 1;
  }
}

/** An account keeps an active owner; owners see the account and report to it; nobody is above itself. */
function isLegal({ members }: ModelTree): boolean {
  if (!members.some(({ role, isActive }) => role === 'owner' && isActive)) return false;
  if (members.some((one) => one.role === 'owner' && (one.reportsTo !== null || one.visibility !== 'account')))
    return false;
  // Places that end at the account, found from the top down: what is left goes round in a circle.
  const below = new Map<number | null, number[]>();
  for (const [place, { reportsTo }] of members.entries())
    below.set(reportsTo, [...(below.get(reportsTo) ?? []), place]);
  const reached = [...(below.get(null) ?? [])];
  for (const place of reached) reached.push(...(below.get(place) ?? []));
  return reached.length === members.length;
}
