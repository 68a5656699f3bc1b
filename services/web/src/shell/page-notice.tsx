import type { ReactNode } from 'react';
import styles from './shell.module.css';

interface PageNoticeProps {
  title: string;
  hint?: string;
  icon?: ReactNode;
  children?: ReactNode;
}

/** A page or list that has nothing to show: what happened, and what to do next. */
export function PageNotice({ title, hint, icon, children }: PageNoticeProps) {
  return (
    <div className={styles.notice}>
      {icon && <div className={styles.noticeIcon}>{icon}</div>}
      <h2 className={styles.noticeTitle}>{title}</h2>
      {hint && <p className={styles.noticeHint}>{hint}</p>}
      {children}
    </div>
  );
}
