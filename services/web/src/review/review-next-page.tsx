import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { PageNotice } from '../shell/page-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { reviewNextQuery } from './review-next-query.ts';

/** The door to the review queue: goes to its oldest ticket, or says that there is none. */
export function ReviewNextPage() {
  const { t } = useTranslation();
  usePageTitle(t('shell.review'));
  const sentence = useProblemSentence();
  const next = useQuery({ ...reviewNextQuery(null), staleTime: 0 });

  // What was known before the page was opened may name a ticket that was approved meanwhile.
  if (next.isFetchedAfterMount && next.data?.ticketId) {
    return <Navigate to="/review/$ticketId" params={{ ticketId: next.data.ticketId }} replace />;
  }
  if (next.isError) {
    return (
      <PageNotice title={t('review.failedTitle')} hint={sentence(next.error)}>
        <Button onClick={() => void next.refetch()}>{t('common.tryAgain')}</Button>
      </PageNotice>
    );
  }
  if (next.fetchStatus === 'paused') {
    return <PageNotice title={t('tickets.offlineTitle')} hint={t('tickets.offlineHint')} />;
  }
  if (next.isPending || !next.isFetchedAfterMount) return null;
  return (
    <PageNotice
      icon={<IconChecks aria-hidden size={40} stroke={1.5} />}
      title={t('review.queueEmptyTitle')}
      hint={t('review.queueEmptyHint')}
    >
      <LinkButton to="/tickets" variant="default">
        {t('shell.toTickets')}
      </LinkButton>
    </PageNotice>
  );
}
