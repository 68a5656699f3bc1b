import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import type { ListSearch } from './list-search.ts';
import { ticketKeys } from './ticket-keys.ts';

const pageSize = 50;

/** The tickets that fit the filters, page by page. While filters change, the earlier list stays in place. */
export function ticketListQuery(search: ListSearch) {
  return infiniteQueryOptions({
    queryKey: ticketKeys.list(search),
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) => {
      const order = search.sort ?? ('newest' as const);
      const query = { ...search, sort: order, limit: pageSize, ...(cursor === '' ? {} : { cursor }) };
      return readAnswer(api.GET('/v1/tickets', { params: { query } }));
    },
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** How many tickets fit the filters in each state; the filter by state itself does not count. */
export function ticketCountsQuery(search: ListSearch) {
  const { state: _state, sort: _sort, ...query } = search;
  return queryOptions({
    queryKey: ticketKeys.counts(query),
    queryFn: () => readAnswer(api.GET('/v1/tickets/counts', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}
