import type { ReactNode } from 'react';
import styles from './shell.module.css';

interface PageNoticeProps {
  title: string;
  /** A list inside a page has the page's own first heading above it. */
  heading?: 'h1' | 'h2';
  hint?: string;
  icon?: ReactNode;
  children?: ReactNode;
}

/** A page or list that has nothing to show: what happened, and what to do next. */
export function PageNotice({ title, heading: Heading = 'h1', hint, icon, children }: PageNoticeProps) {
  return (
    <div className={styles.notice}>
      {icon && <div className={styles.noticeIcon}>{icon}</div>}
      <Heading className={styles.noticeTitle}>{title}</Heading>
      {hint && <p className={styles.noticeHint}>{hint}</p>}
      {children}
    </div>
  );
}
