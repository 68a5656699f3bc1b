import { queryOptions } from '@tanstack/react-query';
import { devMailListSchema, devMailSchema } from '@ticket-pros/contracts/dev-mail';
import { problemSchema } from '@ticket-pros/contracts/error-code';
import { ApiProblem } from '../api/api-problem.ts';

/** The mails of this machine, asked for again every two seconds. */
export const devMailsQuery = queryOptions({
  queryKey: ['dev-mails'],
  refetchInterval: 2_000,
  queryFn: async () => devMailListSchema.parse(await fetchJson('/v1/dev/mails')).mails,
});

/** One of them; it never changes. */
export function devMailQuery(id: string) {
  return queryOptions({
    queryKey: ['dev-mails', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => devMailSchema.parse(await fetchJson(`/v1/dev/mails/${encodeURIComponent(id)}`)),
  });
}

/** These addresses are no part of the described API, and so not of its typed client. */
async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  throw new ApiProblem(response.status, problemSchema.safeParse(body).data ?? null);
}
