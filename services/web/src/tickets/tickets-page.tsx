import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useRouteContext, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ExportMenu } from './export-menu.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListFooter } from './list-footer.tsx';
import { ListNotice } from './list-notice.tsx';
import { ticketListQuery } from './list-queries.ts';
import type { ListSearch } from './list-search.ts';
import { ReadAgainLink } from './read-again-link.tsx';
import { StateFilter } from './state-filter.tsx';
import { TicketList } from './ticket-list.tsx';
import styles from './tickets.module.css';
import { useListKeys } from './use-list-keys.ts';

/** Every ticket that the member may see, filtered, live. */
export function TicketsPage() {
  const { t } = useTranslation();
  usePageTitle(t('tickets.title'));
  const { me } = useRouteContext({ from: '/signed-in' });
  const search = useSearch({ from: '/signed-in/tickets' });
  const navigate = useNavigate({ from: '/tickets' });
  const list = useInfiniteQuery(ticketListQuery(search));
  const page = useRef<HTMLDivElement>(null);
  useListKeys(page);

  const change = (next: ListSearch) => void navigate({ search: next, replace: true });
  const tickets = list.data?.pages.flatMap((one) => one.tickets) ?? [];
  const showsList = list.isPending ? list.fetchStatus === 'fetching' : tickets.length > 0;

  return (
    <div ref={page} className={styles.page}>
      <div className={styles.top}>
        <h1 className={styles.title}>{t('tickets.title')}</h1>
        <ListFilters search={search} tickets={tickets} onChange={change} />
        <span className={styles.ways}>
          {me.member.role !== 'crew' && <ReadAgainLink />}
          <ExportMenu search={search} />
        </span>
      </div>
      <StateFilter search={search} onChange={change} />
      <div className={styles.list} aria-busy={list.isFetching} data-stale={list.isPlaceholderData}>
        {showsList ? (
          <TicketList tickets={list.isPending ? null : tickets} timeZone={me.account.timeZone} />
        ) : (
          <ListNotice list={list} search={search} onChange={change} />
        )}
        {tickets.length > 0 && <ListFooter list={list} />}
      </div>
    </div>
  );
}
