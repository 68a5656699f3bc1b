import { t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';
import type { OutboxView } from './outbox-view.ts';

/** What keeps tickets from being kept or sent, each in a sentence with a way on. */
export function OutboxNotices({ view }: { view: OutboxView }) {
  const unsent = view.tickets.some(({ status }) => status !== 'stored');
  return (
    <>
      {view.paused !== null && (
        <p className={styles.banner} role="alert">
          <span>{view.paused === 'signed_out' ? t('outbox.signInAgain') : t('outbox.secondFactor')}</span>
          <a
            className={styles.secondary}
            href={view.paused === 'signed_out' ? '/sign-in?goTo=/capture&ended=true' : '/second-factor?goTo=/capture'}
          >
            {view.paused === 'signed_out' ? t('capture.signIn') : t('outbox.setUp')}
          </a>
        </p>
      )}
      {(view.trouble === 'newer_version' || view.trouble === 'store_closed') && (
        <p className={styles.banner} role="alert">
          <span>{view.trouble === 'newer_version' ? t('outbox.newerVersion') : t('outbox.storeClosed')}</span>
          <button type="button" className={styles.secondary} onClick={() => window.location.reload()}>
            {t('outbox.loadAgain')}
          </button>
        </p>
      )}
      {view.persisted === false && view.nearlyFull && unsent && (
        <p className={styles.banner} role="status">
          {t('outbox.mayBeCleared')}
        </p>
      )}
    </>
  );
}
