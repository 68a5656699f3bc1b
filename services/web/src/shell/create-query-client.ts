import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.ts';

/** Answers of the API are final, apart from those of a server that is starting; only a lost connection is tried again. */
function mayRetry(failures: number, error: Error): boolean {
  if (error instanceof ApiProblem) return error.status === 503 && failures < 3;
  return failures < 2;
}

/** A session that ended leads to the door, and from there back to this page. */
function signInWhenSessionEnded(error: Error): void {
  if (!(error instanceof ApiProblem) || error.status !== 401 || window.location.pathname === '/sign-in') return;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?goTo=${encodeURIComponent(here)}`);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: signInWhenSessionEnded }),
    defaultOptions: {
      // Live events tell what changed; the rest is caught up with when the window is looked at again.
      queries: { staleTime: 15_000, retry: mayRetry },
      mutations: { retry: false },
    },
  });
}
