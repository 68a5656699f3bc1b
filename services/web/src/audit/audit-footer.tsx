import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type GrowingList, useLoadMore } from '../shell/use-load-more.ts';
import styles from './audit.module.css';

interface AuditFooterProps {
  list: GrowingList;
  isFiltered: boolean;
}

/** Loads older entries as the end of the list comes into sight; the button is for keyboards and second tries. */
export function AuditFooter({ list, isFiltered }: AuditFooterProps) {
  const { t } = useTranslation();
  const ref = useLoadMore(list);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  return (
    <div ref={ref} className={styles.footer}>
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('audit.loadMore')}
        </Button>
      ) : (
        t(isFiltered ? 'audit.endFiltered' : 'audit.end')
      )}
    </div>
  );
}
