import type { Member } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import type { MemberTree } from './member-tree.ts';

/** Says what a member sees, as people would ("sees own and 12 below"). */
export function useSightWords(tree: MemberTree): (member: Member) => string {
  const { t } = useTranslation();
  return (member) => {
    if (member.visibility === 'account') return t('people.sees.account');
    const count = tree.countBelow(member.id);
    const branch = member.branchMemberId === null ? undefined : tree.byId.get(member.branchMemberId);
    if (branch === undefined) return count === 0 ? t('people.sees.own') : t('people.sees.ownAndBelow', { count });
    return count === 0
      ? t('people.sees.ownAndBranch', { name: branch.name })
      : t('people.sees.ownBelowAndBranch', { count, name: branch.name });
  };
}
