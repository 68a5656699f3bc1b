import type { Member } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import type { MemberTree } from './member-tree.ts';

/** Says where a member stands: its superiors from the top down. */
export function usePathWords(tree: MemberTree): (member: Member) => string {
  const { t } = useTranslation();
  return (member) => {
    const names = tree.above(member).map(({ name }) => name);
    return names.length === 0 ? t('people.reportsToAccount') : names.join(' › ');
  };
}
