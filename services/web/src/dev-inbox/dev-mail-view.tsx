import { SegmentedControl, Skeleton } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { PageNotice } from '../shell/page-notice.tsx';
import styles from './dev-inbox.module.css';
import { devMailQuery } from './dev-mail-queries.ts';
import { MailText } from './mail-text.tsx';

/** One mail, as its recipient would see it. */
export function DevMailView({ id }: { id: string }) {
  const { t } = useTranslation();
  const { as = 'html' } = useSearch({ from: '/dev/inbox' });
  const navigate = useNavigate({ from: '/dev/inbox' });
  const sentence = useProblemSentence();
  const { data: mail, error } = useQuery(devMailQuery(id));

  if (error !== null) {
    return (
      <PageNotice
        heading="h2"
        icon={<IconMailOff aria-hidden size={36} stroke={1.5} />}
        title={t('devInbox.goneTitle')}
        hint={sentence(error)}
      />
    );
  }
  if (mail === undefined) return <Skeleton className={styles.frame ?? ''} />;
  return (
    <>
      <div className={styles.mailHead}>
        <h2 className={styles.mailSubject}>{mail.subject}</h2>
        <SegmentedControl
          aria-label={t('devInbox.view')}
          value={as}
          data={[
            { value: 'html', label: t('devInbox.html') },
            { value: 'text', label: t('devInbox.text') },
          ]}
          onChange={(wanted) => {
            const view = wanted === 'text' ? 'text' : 'html';
            void navigate({ search: (search) => ({ ...search, as: view }), replace: true });
          }}
        />
        <dl className={styles.addresses}>
          <dt>{t('devInbox.to')}</dt>
          <dd>{mail.to}</dd>
          <dt>{t('devInbox.from')}</dt>
          <dd>{mail.from}</dd>
        </dl>
      </div>
      {as === 'html' ? (
        // No script runs in it and it reaches nothing of the page; a click on a link leads this tab there.
        <iframe
          className={styles.frame}
          title={t('devInbox.content')}
          sandbox="allow-top-navigation-by-user-activation"
          srcDoc={mail.html.replaceAll('<a href=', '<a target="_top" href=')}
        />
      ) : (
        <MailText text={mail.text} />
      )}
    </>
  );
}
