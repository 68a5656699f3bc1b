import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../people/problem-notice.tsx';
import styles from './save-bar.module.css';

interface SaveBarProps {
  /** How much is not saved, or why it can't be. */
  status: string;
  maySave: boolean;
  isPending: boolean;
  error: Error | null;
  onUndo: () => void;
}

/** Ends a form of settings: saves what was changed, or takes it back. Stays in sight as long as something is not saved. */
export function SaveBar({ status, maySave, isPending, error, onUndo }: SaveBarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      <ProblemNotice error={error} />
      <div className={styles.row}>
        <span className={styles.status} role="status">
          {status}
        </span>
        <Button variant="default" onClick={onUndo}>
          {t('accountSettings.undo')}
        </Button>
        <Button type="submit" disabled={!maySave} loading={isPending}>
          {t('accountSettings.save')}
        </Button>
      </div>
    </div>
  );
}
