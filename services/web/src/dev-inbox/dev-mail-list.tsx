import { Link } from '@tanstack/react-router';
import type { DevMailSummary } from '@ticket-pros/contracts/dev-mail';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../tickets/format-time.ts';
import styles from './dev-inbox.module.css';

interface DevMailListProps {
  mails: readonly DevMailSummary[];
  chosen: string | undefined;
}

/** The mails, newest first. */
export function DevMailList({ mails, chosen }: DevMailListProps) {
  const { t } = useTranslation();
  return (
    <nav className={styles.list} aria-label={t('devInbox.list')}>
      <ul>
        {mails.map(({ id, to, subject, sentAt }) => (
          <li key={id}>
            <Link
              to="/dev/inbox"
              search={(search) => ({ ...search, mail: id })}
              className={styles.row}
              aria-current={id === chosen ? 'true' : undefined}
            >
              <b className={styles.subject}>{subject}</b>
              <span className={styles.to}>{to}</span>
              <time className={styles.time} dateTime={sentAt}>
                {formatTime(sentAt, hereZone, new Date())}
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Nobody is signed in, so that there is no account whose zone could be taken. */
const hereZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
