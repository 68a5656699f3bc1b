import { IconCamera, IconChecks, IconListDetails, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { useTranslation } from 'react-i18next';
import { reviewNextQuery } from '../review/review-next-query.ts';
import { OwnerMenu } from './owner-menu.tsx';
import styles from './shell.module.css';

/** The places of the office. */
export function MainLinks({ role }: { role: MemberRole }) {
  const { t } = useTranslation();
  const reviews = role !== 'crew';
  const next = useQuery({ ...reviewNextQuery(null), enabled: reviews });
  const remaining = next.data?.remaining ?? 0;
  return (
    <nav className={styles.links} aria-label={t('shell.navigation')}>
      {reviews && (
        <Link to="/review" className={styles.link} activeProps={{ 'data-active': true }}>
          <IconChecks aria-hidden size={20} />
          <span>{t('shell.review')}</span>
          {remaining > 0 && (
            <span className={styles.count}>
              <span aria-hidden>{remaining > 999 ? '999+' : remaining}</span>
              <span className={styles.hidden}>{t('shell.reviewCount', { count: remaining })}</span>
            </span>
          )}
        </Link>
      )}
      <Link to="/tickets" className={styles.link} activeProps={{ 'data-active': true }}>
        <IconListDetails aria-hidden size={20} />
        <span>{t('shell.tickets')}</span>
      </Link>
      {role === 'owner' ? (
        <OwnerMenu />
      ) : (
        <Link to="/people" className={styles.link} activeProps={{ 'data-active': true }}>
          <IconUsers aria-hidden size={20} />
          <span>{t('shell.people')}</span>
        </Link>
      )}
      <a href="/capture" className={styles.link}>
        <IconCamera aria-hidden size={20} />
        <span>{t('shell.capture')}</span>
      </a>
    </nav>
  );
}
