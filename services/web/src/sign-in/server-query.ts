import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

/** What the server tells everybody: its version and, on a demo server on this computer, the sign-ins to try. */
export const serverQuery = queryOptions({
  queryKey: ['server'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => readAnswer(api.GET('/v1/server')),
});
