import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { ticketKeys } from '../tickets/ticket-keys.ts';

/** A ticket with its pages and values. */
export const ticketQuery = (ticketId: string) =>
  queryOptions({
    queryKey: ticketKeys.detail(ticketId),
    queryFn: () => readAnswer(api.GET('/v1/tickets/{ticketId}', { params: { path: { ticketId } } })),
  });
