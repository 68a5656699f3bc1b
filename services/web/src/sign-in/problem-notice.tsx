import { IconAlertTriangle } from '@tabler/icons-react';
import { Notice } from '../shell/notice.tsx';
import styles from './sign-in.module.css';

/** Where a form says what went wrong; read aloud when it appears. */
export function ProblemNotice({ children }: { children: string | null }) {
  return (
    <div className={styles.problem} role="alert">
      {children !== null && (
        <Notice tone="bad" icon={IconAlertTriangle}>
          {children}
        </Notice>
      )}
    </div>
  );
}
