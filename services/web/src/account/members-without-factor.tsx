import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SecondFactorRule } from '@ticket-pros/contracts/account';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '../people/member-queries.ts';
import styles from './account.module.css';

/** More names than this are a number. */
const shownAtOnce = 12;

/** Who would have to set up a second factor by this rule and has none; with no rule, who has none at all. */
export function MembersWithoutFactor({ rule }: { rule: SecondFactorRule }) {
  const { t } = useTranslation();
  const members = useQuery(membersQuery);
  if (members.isPending && members.fetchStatus === 'fetching') return <Skeleton height={20} width="60%" aria-hidden />;
  if (!members.data) return <p className={styles.soft}>{t('accountSettings.factor.membersFailed')}</p>;
  const without = members.data.filter(
    ({ isActive, role, hasSecondFactor }) =>
      isActive && hasSecondFactor === false && (rule !== 'office' || role !== 'crew'),
  );
  const words = rule === 'optional' ? 'accountSettings.factor.without' : 'accountSettings.factor.missing';
  if (without.length === 0) {
    const allHave = rule === 'optional' ? 'accountSettings.factor.everyoneHas' : 'accountSettings.factor.allHave';
    return <p className={styles.soft}>{t(allHave)}</p>;
  }
  return (
    <div className={styles.missing}>
      <p className={styles.soft}>{t(words, { count: without.length })}</p>
      <ul className={styles.names}>
        {without.slice(0, shownAtOnce).map(({ id, name }) => (
          <li key={id}>
            <Link to="/people/$memberId" params={{ memberId: id }}>
              {name}
            </Link>
          </li>
        ))}
        {without.length > shownAtOnce && (
          <li>
            <Link to="/people">{t('accountSettings.factor.more', { count: without.length - shownAtOnce })}</Link>
          </li>
        )}
      </ul>
    </div>
  );
}
