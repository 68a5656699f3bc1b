/** What was done to the phones and the stack, and what it took. */
export type Counts = {
  faults: Map<string, number>;
  /** Where tabs were when they were killed. */
  kills: Map<string, number>;
  /** What the API answered, by method and status. */
  answers: Map<string, number>;
  requests: number;
  /** Bytes of photos that phones sent, in all their tries. */
  bytesSent: number;
};

export const newCounts = (): Counts => ({
  faults: new Map(),
  kills: new Map(),
  answers: new Map(),
  requests: 0,
  bytesSent: 0,
});

export function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
