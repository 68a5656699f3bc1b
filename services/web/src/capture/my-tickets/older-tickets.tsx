import { t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';
import rowStyles from './my-tickets.module.css';
import type { RecentTickets } from './use-recent-tickets.ts';

/** The way to tickets further back. */
export function OlderTickets({ recent: { older, showOlder } }: { recent: RecentTickets }) {
  if (older === 'none') return null;
  return (
    <div className={rowStyles.older}>
      {older === 'failed' && <p role="alert">{t('myTickets.olderFailed')}</p>}
      <button
        type="button"
        className={styles.secondary}
        disabled={older === 'loading'}
        onClick={() => void showOlder()}
      >
        {older === 'loading' ? t('myTickets.loading') : t('myTickets.older')}
      </button>
    </div>
  );
}
