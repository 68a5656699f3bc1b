import { queryOptions } from '@tanstack/react-query';
import type { Rereading } from '@ticket-pros/contracts/rereading';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';

const pollMs = 2_000;
/** So long after it was stopped, tickets that were in hand by then may still be read. */
const settlesMs = 60_000;

/** Whether tickets of it still wait for their turn. */
export function isUnderWay({ stoppedAt, finishedAt }: Rereading): boolean {
  return stoppedAt === null && finishedAt === null;
}

function maySoonDiffer(rereading: Rereading): boolean {
  const { stoppedAt } = rereading;
  return isUnderWay(rereading) || (stoppedAt !== null && Date.now() - Date.parse(stoppedAt) < settlesMs);
}

/** The latest readings of many tickets again, newest first; asked for again and again while one may soon differ. */
export const rereadingsQuery = queryOptions({
  queryKey: ['rereadings'],
  queryFn: async ({ signal }) => (await readAnswer(api.GET('/v1/rereadings', { signal }))).rereadings,
  staleTime: 0,
  refetchInterval: (query) => (query.state.data?.some(maySoonDiffer) ? pollMs : false),
});
