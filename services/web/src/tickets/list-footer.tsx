import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type GrowingList, useLoadMore } from '../shell/use-load-more.ts';
import styles from './tickets.module.css';

interface ListFooterProps {
  list: GrowingList;
}

/** Loads the next page as the end of the list comes into sight; the button is for keyboards and second tries. */
export function ListFooter({ list }: ListFooterProps) {
  const { t } = useTranslation();
  const ref = useLoadMore(list);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  return (
    <div ref={ref} className={styles.footer}>
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('tickets.loadMore')}
        </Button>
      ) : (
        <span>
          {t('tickets.end')} <span className={styles.keysHint}>{t('tickets.keysHint')}</span>
        </span>
      )}
    </div>
  );
}
