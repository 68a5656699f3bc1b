import type { ReactNode } from 'react';
import styles from './owner-page.module.css';
import { usePageTitle } from './use-page-title.ts';

interface OwnerPageProps {
  title: string;
  hint?: ReactNode;
  /** What the page is mostly opened to do. */
  action?: ReactNode;
  /** A form reads better narrow, a log wide. */
  width?: 'form' | 'list' | 'log';
  children: ReactNode;
}

/** The frame of a page from the account menu. */
export function OwnerPage({ title, hint, action, width = 'list', children }: OwnerPageProps) {
  usePageTitle(title);
  return (
    <div className={styles.page} data-width={width}>
      <div className={styles.top}>
        <h1 className={styles.title}>{title}</h1>
        {action}
      </div>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </div>
  );
}
