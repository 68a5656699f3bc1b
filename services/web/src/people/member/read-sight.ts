import type { Member } from '@ticket-pros/contracts/member';

/** What a member may see, as an owner chooses it: its own branch, another member's besides, or the account. */
export const sights = ['own', 'other', 'account'] as const;
export type Sight = (typeof sights)[number];

type Seeing = Pick<Member, 'visibility' | 'branchMemberId'>;

export function readSight({ visibility, branchMemberId }: Seeing): Sight {
  if (visibility === 'account') return 'account';
  return branchMemberId === null ? 'own' : 'other';
}

/** What has to be changed about `member` so that it sees that; nothing where it does already. */
export function sightChange(member: Seeing, sight: Sight, branch: string | null): Partial<Seeing> {
  const visibility = sight === 'account' ? 'account' : 'branch';
  const branchMemberId = sight === 'other' ? branch : null;
  return {
    ...(visibility === member.visibility ? {} : { visibility }),
    ...(branchMemberId === member.branchMemberId ? {} : { branchMemberId }),
  };
}
