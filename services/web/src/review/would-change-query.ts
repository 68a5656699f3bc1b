import { queryOptions, skipToken } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

/** What approving the ticket as it stands in this version would change on other open tickets; not asked while `version` is null. */
export function wouldChangeQuery(ticketId: string, version: number | null) {
  return queryOptions({
    queryKey: ['would-change', ticketId, version],
    queryFn:
      version === null
        ? skipToken
        : ({ signal }) =>
            readAnswer(api.GET('/v1/tickets/{ticketId}/would-change', { params: { path: { ticketId } }, signal })),
    staleTime: 60_000,
    // It is an extra: who gets no answer misses nothing that has to be done.
    retry: false,
  });
}
