import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  tone: 'info' | 'warn' | 'bad';
  icon: Icon;
  title?: string;
  children: ReactNode;
}

/** Something that has to be known before going on. */
export function Notice({ tone, icon: Sign, title, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone}>
      <Sign aria-hidden size={20} className={styles.sign} />
      <div className={styles.text}>
        {title && <b className={styles.title}>{title}</b>}
        {children}
      </div>
    </div>
  );
}
