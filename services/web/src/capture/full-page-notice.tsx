import { Mark } from '../identity/mark.tsx';
import styles from './capture.module.css';

interface FullPageNoticeProps {
  title: string;
  hint: string;
  action?: { label: string; run: () => void };
}

/** Why this page cannot work here, and what to do about it. */
export function FullPageNotice({ title, hint, action }: FullPageNoticeProps) {
  return (
    <main className={styles.notice}>
      <Mark size={48} />
      <h1>{title}</h1>
      <p>{hint}</p>
      {action && (
        <button type="button" className={styles.primary} onClick={action.run}>
          {action.label}
        </button>
      )}
    </main>
  );
}
