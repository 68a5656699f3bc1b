import { queryOptions } from '@tanstack/react-query';
import type { Rereading } from '@ticket-pros/contracts/rereading';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

const pollMs = 2_000;

/** Whether tickets of it still wait for their turn. */
export function isUnderWay({ stoppedAt, finishedAt }: Rereading): boolean {
  return stoppedAt === null && finishedAt === null;
}

/** The latest readings of many tickets again, newest first; asked for again and again while one is under way. */
export const rereadingsQuery = queryOptions({
  queryKey: ['rereadings'],
  queryFn: async ({ signal }) => (await readAnswer(api.GET('/v1/rereadings', { signal }))).rereadings,
  staleTime: 0,
  refetchInterval: (query) => (query.state.data?.some(isUnderWay) ? pollMs : false),
});
