import { IconAlertTriangle } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { t } from '../../messages/join-messages.ts';
import styles from './join.module.css';

interface JoinFormProps {
  onSubmit: (event: FormEvent) => void;
  busy: boolean;
  problem: string | null;
  /** What the button says, where it is not the usual. */
  action?: string;
  children?: ReactNode;
}

/** The fields of a way to join, what went wrong, and the one large button. */
export function JoinForm({ onSubmit, busy, problem, action, children }: JoinFormProps) {
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {children}
      <div role="alert">
        {problem !== null && (
          <p className={styles.problem}>
            <IconAlertTriangle aria-hidden size={24} />
            {problem}
          </p>
        )}
      </div>
      <button type="submit" className={styles.primary} aria-busy={busy}>
        {action ?? t('join.start')}
      </button>
    </form>
  );
}
