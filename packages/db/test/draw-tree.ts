import fc from 'fast-check';
import type { Change, ModelMember, ModelTree } from './model-tree.ts';

// Evenly over [0, 1): fast-check's own liking for small numbers would hang everybody below the first member.
const share = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((part) => part / 1_000_000);
const pick = (count: number, part: number) => Math.floor(part * count);

type Drawn = { parent: number; kind: number; isActive: number; branch: number; tickets: number };

/** How members hang below one another: which of the earlier ones the next reports to. */
const shapes: Record<string, (place: number, part: number) => number | null> = {
  // Sixty deep; a thousand would only take longer.
  chain: (place) => (place % 60 === 0 ? null : place - 1),
  wide: (place, part) => (place < 6 || part < 0.1 ? null : pick(5, part)),
  // Each of its fifty chains begins at the account.
  ropes: (place) => (place < 50 ? null : place - 50),
  random: (place, part) => (part < 0.05 ? null : pick(place, part)),
  // Mostly below the last few, so that branches grow long.
  deep: (place, part) => (part < 0.02 ? null : Math.max(0, place - 1 - pick(20, part))),
};

function growTree(shape: string, owners: number, drawn: readonly Drawn[]): ModelTree {
  const members: ModelMember[] = drawn.map(({ parent, kind, isActive, branch }, place) => {
    if (place < owners)
      return {
        role: 'owner',
        reportsTo: null,
        visibility: 'account',
        branch: null,
        isActive: place === 0 || isActive > 0.2,
      };
    const reportsTo = shapes[shape]?.(place, parent) ?? null;
    const base = { reportsTo, isActive: isActive > 0.1 };
    if (kind < 0.75) return { ...base, role: 'crew', visibility: 'branch', branch: null };
    if (kind < 0.8) return { ...base, role: 'crew', visibility: 'account', branch: null };
    if (kind < 0.88) return { ...base, role: 'office', visibility: 'account', branch: null };
    // Branches are named by an earlier member; owners among them.
    return { ...base, role: 'office', visibility: 'branch', branch: kind < 0.92 ? null : pick(place, branch) };
  });
  const tickets = drawn.flatMap((one, place) => Array.from({ length: pick(4, one.tickets) }, () => place));
  return { members, tickets };
}

/** A tree of up to `most` members. */
export function anyTree(most: number): fc.Arbitrary<ModelTree> {
  const one = fc.record({ parent: share, kind: share, isActive: share, branch: share, tickets: share });
  return fc
    .record({
      shape: fc.constantFrom(...Object.keys(shapes)),
      owners: fc.constantFrom(1, 1, 2, 3, 4),
      drawn: fc.array(one, { minLength: 5, maxLength: most, size: 'max' }),
    })
    .map(({ shape, owners, drawn }) => growTree(shape, owners, drawn));
}

/** A change by somebody, told in parts of whatever tree it meets. */
export type DrawnChange = { actor: number; kind: number; member: number; other: number; detail: number };

export const anyChange: fc.Arbitrary<DrawnChange> = fc.record({
  actor: share,
  kind: share,
  member: share,
  other: share,
  detail: share,
});

const kinds: readonly Change['kind'][] = [
  'move',
  'move',
  'move',
  'move all below',
  'role',
  'raise to owner',
  'narrow',
  'narrow',
  'widen',
  'deactivate',
  'reactivate',
  'hand over',
];
const roles = ['owner', 'office', 'crew'] as const;

/** Who changes what in this tree: mostly an active owner, sometimes anybody; now and then one of the owners is whom it is about. */
export function resolveChange({ members }: ModelTree, drawn: DrawnChange): { actor: number; change: Change } {
  const owners = members.flatMap(({ role, isActive }, place) => (role === 'owner' && isActive ? [place] : []));
  const anybody = drawn.actor < 0.1;
  const actor = anybody
    ? pick(members.length, drawn.actor * 10)
    : (owners[pick(owners.length, (drawn.actor - 0.1) / 0.9)] ?? 0);
  const everyone = members.length;
  const member = drawn.detail < 0.25 ? (owners[pick(owners.length, drawn.member)] ?? 0) : pick(everyone, drawn.member);
  const other = pick(everyone, drawn.other);
  const kind = kinds[pick(kinds.length, drawn.kind)] ?? 'move';
  switch (kind) {
    case 'move':
      return { actor, change: { kind, member, to: drawn.detail > 0.9 ? null : other } };
    case 'narrow':
      return { actor, change: { kind, member, branch: drawn.detail > 0.7 ? null : other } };
    case 'role':
      return { actor, change: { kind, member, role: roles[pick(3, drawn.other)] ?? 'crew' } };
    case 'move all below':
    case 'hand over':
      return { actor, change: { kind, member, to: other } };
    default:
      return { actor, change: { kind, member } };
  }
}
