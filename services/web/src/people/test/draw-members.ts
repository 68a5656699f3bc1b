import type { Member } from '@ticket-pros/contracts/member';

type Sketch = Partial<Pick<Member, 'role' | 'visibility' | 'isActive' | 'email' | 'signInName'>> & {
  under?: string;
  branch?: string;
};

/** Members out of a few words about each, their names being their ids; crew below the account where nothing else is said. */
export function drawMembers(sketches: Record<string, Sketch>): Member[] {
  return Object.entries(sketches).map(([name, { under, branch, ...rest }]) => ({
    id: name,
    name,
    role: 'crew',
    visibility: 'branch',
    reportsTo: under ?? null,
    branchMemberId: branch ?? null,
    isActive: true,
    createdAt: '2026-11-01T08:00:00.000Z',
    email: null,
    signInName: null,
    hasSecondFactor: false,
    lastSeenAt: null,
    ticketCount: 0,
    ...rest,
  }));
}

export function memberNamed(members: readonly Member[], name: string): Member {
  const found = members.find((member) => member.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}
