import { IconMailOpened } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../shell/notice.tsx';
import { serverQuery } from './server-query.ts';
import styles from './sign-in.module.css';

/** The next step is in a mail; on a server that sends none, where to read it. */
export function LookIntoMail({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const server = useQuery(serverQuery);
  return (
    <div className={styles.form} role="status">
      <Notice tone="info" icon={IconMailOpened}>
        {children}
      </Notice>
      <p className={styles.hint}>{t('signIn.mail.notThere')}</p>
      {server.data?.devInbox === true && (
        <a className={styles.link} href="/dev/inbox" target="_blank" rel="noreferrer">
          {t('signIn.mail.inbox')}
        </a>
      )}
    </div>
  );
}
