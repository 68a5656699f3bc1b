import { useTranslation } from 'react-i18next';
import { daysLeft } from './days-left.ts';
import styles from './privacy-requests.module.css';

/** From here on a request is shown as urgent. */
const soonDays = 7;

/** How much time is left for an answer. */
export function DueMark({ dueAt, timeZone }: { dueAt: string; timeZone: string }) {
  const { t } = useTranslation();
  const left = daysLeft(dueAt, timeZone, new Date());
  const tone = left < 0 ? 'late' : left <= soonDays ? 'soon' : 'calm';
  const words =
    left < 0
      ? t('privacyRequests.overdue', { count: -left })
      : left === 0
        ? t('privacyRequests.dueToday')
        : t('privacyRequests.daysLeft', { count: left });
  return (
    <span className={styles.due} data-tone={tone}>
      {words}
    </span>
  );
}
