import { Button, Skeleton } from '@mantine/core';
import { IconInbox, IconMail, IconMailOff, IconServerOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { Mark } from '../identity/mark.tsx';
import { PageNotice } from '../shell/page-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import styles from './dev-inbox.module.css';
import { DevMailList } from './dev-mail-list.tsx';
import { devMailsQuery } from './dev-mail-queries.ts';
import { DevMailView } from './dev-mail-view.tsx';

/** /dev/inbox: what would have been sent, on a machine without a mail server. Nobody has to be signed in. */
export function DevInboxPage() {
  const { t } = useTranslation();
  const { mail: chosen } = useSearch({ from: '/dev/inbox' });
  const mails = useQuery(devMailsQuery);
  const count = mails.data?.length ?? 0;
  usePageTitle(count > 0 ? `(${count}) ${t('devInbox.title')}` : t('devInbox.title'));

  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Mark />
        <h1 className={styles.title}>{t('devInbox.title')}</h1>
        <p className={styles.hint}>{t('devInbox.hint')}</p>
      </header>
      {mails.isPending && <Waiting />}
      {mails.isError && mails.data === undefined && <Failed error={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.data?.length === 0 && (
        <PageNotice
          heading="h2"
          icon={<IconInbox aria-hidden size={36} stroke={1.5} />}
          title={t('devInbox.emptyTitle')}
          hint={t('devInbox.emptyHint')}
        />
      )}
      {mails.data !== undefined && mails.data.length > 0 && (
        <div className={styles.panes}>
          <DevMailList mails={mails.data} chosen={chosen} />
          <section className={styles.mail}>
            {chosen === undefined ? (
              <PageNotice
                heading="h2"
                icon={<IconMail aria-hidden size={36} stroke={1.5} />}
                title={t('devInbox.pickTitle')}
              />
            ) : (
              <DevMailView key={chosen} id={chosen} />
            )}
          </section>
        </div>
      )}
    </main>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      {['first', 'second', 'third'].map((row) => (
        <Skeleton key={row} height={56} radius={6} />
      ))}
    </div>
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  if (error instanceof ApiProblem && error.status === 404) {
    return (
      <PageNotice
        heading="h2"
        icon={<IconMailOff aria-hidden size={36} stroke={1.5} />}
        title={t('devInbox.nowhereTitle')}
        hint={t('devInbox.nowhereHint')}
      />
    );
  }
  return (
    <PageNotice
      heading="h2"
      icon={<IconServerOff aria-hidden size={36} stroke={1.5} />}
      title={t('devInbox.failedTitle')}
      hint={sentence(error)}
    >
      <Button onClick={onRetry}>{t('common.tryAgain')}</Button>
    </PageNotice>
  );
}
