import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './sub-page.module.css';

/** A page that leads back to the people. */
export function SubPage({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.page} data-wide={wide}>
      <Link to="/people" className={styles.back}>
        <IconArrowLeft aria-hidden size={18} />
        {t('people.title')}
      </Link>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}
