import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../api/api-problem.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { PageNotice } from '../shell/page-notice.tsx';
import styles from './review.module.css';
import { ReviewWorkbench } from './review-workbench.tsx';
import { ticketQuery } from './ticket-query.ts';

/** One ticket: its picture and its values. */
export function ReviewPage() {
  const { t } = useTranslation();
  const { ticketId } = useParams({ from: '/signed-in/review/$ticketId' });
  const ticket = useQuery(ticketQuery(ticketId));
  const sentence = useProblemSentence();

  if (ticket.data) return <ReviewWorkbench key={ticketId} ticket={ticket.data} />;
  if (ticket.isError) {
    const unknown = ['not_found', 'bad_request'].includes(problemCode(ticket.error) ?? '');
    return unknown ? (
      <PageNotice title={t('review.notFoundTitle')} hint={t('review.notFoundHint')}>
        <LinkButton to="/tickets">{t('shell.toTickets')}</LinkButton>
      </PageNotice>
    ) : (
      <PageNotice title={t('review.failedTitle')} hint={sentence(ticket.error)}>
        <Button onClick={() => void ticket.refetch()}>{t('common.tryAgain')}</Button>
      </PageNotice>
    );
  }
  if (ticket.fetchStatus === 'paused') {
    return <PageNotice title={t('tickets.offlineTitle')} hint={t('tickets.offlineHint')} />;
  }
  return <ReviewSkeleton />;
}

const skeletonKeys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];

function ReviewSkeleton() {
  return (
    <div className={styles.page} data-review aria-busy>
      <div className={styles.header}>
        <Skeleton width={180} height={16} />
      </div>
      <div className={styles.loadingPicture} />
      <div className={styles.panel}>
        {skeletonKeys.map((key) => (
          <Skeleton key={key} height={20} my={12} mx={16} width="auto" />
        ))}
      </div>
    </div>
  );
}
