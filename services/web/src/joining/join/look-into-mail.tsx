import { useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { t } from '../../messages/join-messages.ts';
import styles from './join.module.css';

/** The next step is in a mail; on a server that sends none, where to read it. */
export function LookIntoMail({ email }: { email: string }) {
  const [hasInbox, setHasInbox] = useState(false);
  useEffect(() => {
    api.GET('/v1/server').then(
      ({ data }) => setHasInbox(data?.devInbox === true),
      () => undefined,
    );
  }, []);
  return (
    <div className={styles.form} role="status">
      <h2 className={styles.mailTitle}>{t('join.mailTitle')}</h2>
      <p>{t('join.mailHint', { email })}</p>
      {hasInbox && (
        <a className={styles.other} href="/dev/inbox">
          {t('join.inbox')}
        </a>
      )}
    </div>
  );
}
