import { IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../tickets/format-time.ts';
import styles from './review.module.css';

/** A small mark: who photographed the ticket compared what was read with the paper, and says that it is right. */
export function CrewWord({ confirmedAt, timeZone }: { confirmedAt: string; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <span className={styles.crewWord} title={formatTime(confirmedAt, timeZone, new Date())}>
      <IconChecks aria-hidden size={16} />
      <span>{t('review.crewSaysRight')}</span>
    </span>
  );
}
