import type { Member } from '@ticket-pros/contracts/member';
import type { PeopleSearch, ShownKind } from './people-search.ts';

/** Whether a member is of those that a filter shows. */
export function isShown(member: Member, kind: ShownKind): boolean {
  if (kind === 'deactivated') return !member.isActive;
  return member.isActive && (kind === 'everybody' || member.role === kind);
}

/** Text without accents and capitals, so that "jose" finds José. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The members that fit search and filter; every word has to stand in the name, the e-mail address or the sign-in name. */
export function findMembers(members: readonly Member[], { search = '', show }: PeopleSearch): Member[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return members.filter((member) => {
    // Who searches for a name wants to find it, deactivated or not.
    const fits = show === undefined ? words.length > 0 || member.isActive : isShown(member, show);
    const text = plain([member.name, member.email ?? '', member.signInName ?? ''].join(' '));
    return fits && words.every((word) => text.includes(word));
  });
}
