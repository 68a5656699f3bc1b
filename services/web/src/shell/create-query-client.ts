import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.ts';

/** Answers of the API are final, apart from those of a server that is starting; only a lost connection is tried again. */
function mayRetry(failures: number, error: Error): boolean {
  if (error instanceof ApiProblem) return error.status === 503 && failures < 3;
  return failures < 2;
}

/** A session that ended leads to the door, a missing second factor to where it is set up; and from there back to this page. */
function leadToTheDoor(error: Error): void {
  if (!(error instanceof ApiProblem)) return;
  const { pathname, search } = window.location;
  const goTo = encodeURIComponent(pathname + search);
  const address =
    error.code === 'second_factor_needed'
      ? `/second-factor?goTo=${goTo}`
      : error.code === 'not_signed_in'
        ? `/sign-in?goTo=${goTo}&ended=true`
        : null;
  if (address !== null && !address.startsWith(`${pathname}?`)) window.location.assign(address);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leadToTheDoor }),
    mutationCache: new MutationCache({ onError: leadToTheDoor }),
    defaultOptions: {
      // Live events tell what changed; the rest is caught up with when the window is looked at again.
      queries: { staleTime: 15_000, retry: mayRetry },
      mutations: { retry: false },
    },
  });
}
