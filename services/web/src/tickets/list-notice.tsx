import { Button } from '@mantine/core';
import { IconCloudOff, IconReceipt, IconSearchOff, IconServerOff } from '@tabler/icons-react';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { PageNotice } from '../shell/page-notice.tsx';
import { hasFilters, type ListSearch } from './list-search.ts';

interface ListNoticeProps {
  list: Pick<UseInfiniteQueryResult, 'isError' | 'error' | 'isPending' | 'refetch'>;
  search: ListSearch;
  onChange: (search: ListSearch) => void;
}

/** Why the list shows no tickets, and what to do about it. */
export function ListNotice({ list, search, onChange }: ListNoticeProps) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  if (list.isError) {
    return (
      <PageNotice
        heading="h2"
        icon={<IconServerOff aria-hidden size={36} stroke={1.5} />}
        title={t('tickets.failedTitle')}
        hint={sentence(list.error)}
      >
        <Button onClick={() => void list.refetch()}>{t('common.tryAgain')}</Button>
      </PageNotice>
    );
  }
  if (list.isPending) {
    return (
      <PageNotice
        heading="h2"
        icon={<IconCloudOff aria-hidden size={36} stroke={1.5} />}
        title={t('tickets.offlineTitle')}
        hint={t('tickets.offlineHint')}
      />
    );
  }
  if (hasFilters(search)) {
    return (
      <PageNotice
        heading="h2"
        icon={<IconSearchOff aria-hidden size={36} stroke={1.5} />}
        title={t('tickets.noneTitle')}
        hint={t('tickets.noneHint')}
      >
        <Button variant="default" onClick={() => onChange(search.sort ? { sort: search.sort } : {})}>
          {t('tickets.clearFilters')}
        </Button>
      </PageNotice>
    );
  }
  return (
    <PageNotice
      heading="h2"
      icon={<IconReceipt aria-hidden size={36} stroke={1.5} />}
      title={t('tickets.emptyTitle')}
      hint={t('tickets.emptyHint')}
    >
      <Button component="a" href="/capture">
        {t('tickets.emptyAction')}
      </Button>
    </PageNotice>
  );
}
