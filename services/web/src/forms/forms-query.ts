import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

/** The forms that approved tickets taught, the one that learned last first, page by page. */
export const formsQuery = infiniteQueryOptions({
  queryKey: ['forms'],
  initialPageParam: '',
  queryFn: ({ pageParam: cursor, signal }) => {
    const query: { cursor?: string } = cursor === '' ? {} : { cursor };
    return readAnswer(api.GET('/v1/forms', { params: { query }, signal }));
  },
  getNextPageParam: (page) => page.nextCursor,
  // Somewhere a ticket may have been approved a moment ago.
  staleTime: 0,
});
