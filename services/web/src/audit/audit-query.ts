import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import type { AuditSearch } from './audit-search.ts';

/** What the log says under these filters, newest first, page by page. While filters change, the earlier list stays in place. */
export function auditQuery(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ['audit', search],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...search, limit: 50, ...(cursor === '' ? {} : { cursor }) };
      return readAnswer(api.GET('/v1/audit', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.nextCursor,
    // Looking at the log is to see what happened just now.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}
