import { Button } from '@mantine/core';
import { IconCloudOff, IconSearchOff, IconServerOff, IconUsers } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { PageNotice } from '../shell/page-notice.tsx';

/** Why something about people could not be loaded: an error, or no connection. */
export function NotLoadedNotice({ query }: { query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'> }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  if (!query.isError) {
    const icon = <IconCloudOff aria-hidden size={36} stroke={1.5} />;
    return <PageNotice heading="h2" icon={icon} title={t('people.offlineTitle')} hint={t('people.offlineHint')} />;
  }
  return (
    <PageNotice
      heading="h2"
      icon={<IconServerOff aria-hidden size={36} stroke={1.5} />}
      title={t('people.failedTitle')}
      hint={sentence(query.error)}
    >
      <Button onClick={() => void query.refetch()}>{t('common.tryAgain')}</Button>
    </PageNotice>
  );
}

/** Nobody fits the search and the filter. */
export function NobodyFoundNotice({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <PageNotice
      heading="h2"
      icon={<IconSearchOff aria-hidden size={36} stroke={1.5} />}
      title={t('people.noneTitle')}
      hint={t('people.noneHint')}
    >
      <Button variant="default" onClick={onClear}>
        {t('people.clearFilters')}
      </Button>
    </PageNotice>
  );
}

/** Below the only member that there is: how to get company. */
export function AloneNotice({ isOwner }: { isOwner: boolean }) {
  const { t } = useTranslation();
  return (
    <PageNotice
      heading="h2"
      icon={<IconUsers aria-hidden size={36} stroke={1.5} />}
      title={t(isOwner ? 'people.aloneTitle' : 'people.nobodyBelowTitle')}
      hint={t(isOwner ? 'people.aloneHint' : 'people.nobodyBelowHint')}
    >
      <LinkButton to="/people/add">{t(isOwner ? 'people.add.title' : 'people.add.inviteDriver')}</LinkButton>
    </PageNotice>
  );
}
