import type { ReactNode } from 'react';
import styles from './my-account.module.css';

interface AccountSectionProps {
  /** Where links to this section lead. */
  id: string;
  title: string;
  hint?: string;
  children: ReactNode;
}

/** One matter of the page about oneself. */
export function AccountSection({ id, title, hint, children }: AccountSectionProps) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.sectionTitle}>
        {title}
      </h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}
