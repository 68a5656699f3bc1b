import { Button } from '@mantine/core';
import { IconHistory, IconSearchOff } from '@tabler/icons-react';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NotLoadedNotice } from '../people/people-notice.tsx';
import { PageNotice } from '../shell/page-notice.tsx';

interface AuditNoticeProps {
  list: Pick<UseInfiniteQueryResult, 'isError' | 'error' | 'isPending' | 'refetch'>;
  isFiltered: boolean;
  onClear: () => void;
}

/** Why no entries are shown, and what to do about it. */
export function AuditNotice({ list, isFiltered, onClear }: AuditNoticeProps) {
  const { t } = useTranslation();
  if (list.isError || list.isPending) return <NotLoadedNotice query={list} />;
  if (!isFiltered) {
    const icon = <IconHistory aria-hidden size={36} stroke={1.5} />;
    return <PageNotice heading="h2" icon={icon} title={t('audit.emptyTitle')} hint={t('audit.emptyHint')} />;
  }
  return (
    <PageNotice
      heading="h2"
      icon={<IconSearchOff aria-hidden size={36} stroke={1.5} />}
      title={t('audit.noneTitle')}
      hint={t('audit.noneHint')}
    >
      <Button variant="default" onClick={onClear}>
        {t('audit.clear')}
      </Button>
    </PageNotice>
  );
}
