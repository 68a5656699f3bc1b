import { ProblemError } from '../problems/problem-error.ts';

export type ApiKeyLimit = {
  /** Counts a request of a key. Throws `too_many_requests` beyond what it may in this minute. */
  take: (keyId: string, requestsPerMinute: number) => void;
};

/** Counts requests by API key in fixed windows of a minute, in this process. */
export function limitApiKeys(now: () => number = Date.now): ApiKeyLimit {
  let minute = 0;
  let counts = new Map<string, number>();
  return {
    take: (keyId, requestsPerMinute) => {
      const current = Math.floor(now() / 60_000);
      if (current !== minute) {
        minute = current;
        counts = new Map();
      }
      const count = (counts.get(keyId) ?? 0) + 1;
      counts.set(keyId, count);
      if (count > requestsPerMinute) {
        throw new ProblemError('too_many_requests', `This API key may ask ${requestsPerMinute} times a minute.`);
      }
    },
  };
}
