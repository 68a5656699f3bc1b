import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { ticketKeys } from '../tickets/ticket-keys.ts';

/** The oldest ticket that waits for review after this one (from the start again at the end), and how many wait. */
export const reviewNextQuery = (after: string | null) =>
  queryOptions({
    queryKey: ticketKeys.next(after),
    queryFn: () => readAnswer(api.GET('/v1/review/next', { params: { query: after === null ? {} : { after } } })),
  });
