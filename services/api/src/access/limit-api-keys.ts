export type ApiKeyLimit = {
  /** Counts a request of a key. @returns the seconds to wait where it is one too many in this minute, else null. */
  take: (keyId: string, requestsPerMinute: number) => number | null;
};

const minuteMs = 60_000;

/** Counts requests by API key in fixed windows of a minute, in this process. */
export function limitApiKeys(now: () => number = Date.now): ApiKeyLimit {
  let minute = 0;
  let counts = new Map<string, number>();
  return {
    take: (keyId, requestsPerMinute) => {
      const time = now();
      const current = Math.floor(time / minuteMs);
      if (current !== minute) {
        minute = current;
        counts = new Map();
      }
      const count = (counts.get(keyId) ?? 0) + 1;
      counts.set(keyId, count);
      return count > requestsPerMinute ? Math.ceil(((current + 1) * minuteMs - time) / 1000) : null;
    },
  };
}
