import { queryOptions } from '@tanstack/react-query';
import type { PrivacyRequest } from '@ticket-pros/contracts/privacy-request';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

/** What members asked about their data, for owners: the open ones first, soonest due first. */
export const privacyRequestsQuery = queryOptions({
  queryKey: ['privacy-requests'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => (await readAnswer(api.GET('/v1/privacy-requests', { signal }))).requests,
});

/** How many wait for an answer. */
export function countOpen(requests: readonly PrivacyRequest[]): number {
  return requests.filter(({ state }) => state === 'open').length;
}
