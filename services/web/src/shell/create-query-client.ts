import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.ts';

/** Answers of the API are final, apart from those of a server that is starting; only a lost connection is tried again. */
function mayRetry(failures: number, error: Error): boolean {
  if (error instanceof ApiProblem) return error.status === 503 && failures < 3;
  return failures < 2;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Live events tell what changed; the rest is caught up with when the window is looked at again.
      queries: { staleTime: 15_000, retry: mayRetry },
      mutations: { retry: false },
    },
  });
}
