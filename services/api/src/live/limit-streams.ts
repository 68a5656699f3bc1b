/**
 * Keeps count of what each member has open. `open` ends the member's oldest ones until there is room, and answers with
 * what to call when the new one is over.
 */
export function limitStreams(most: number) {
  const byMember = new Map<string, Set<() => void>>();
  return {
    open: (memberId: string, end: () => void): (() => void) => {
      const streams = byMember.get(memberId) ?? new Set();
      for (const endOldest of [...streams].slice(0, Math.max(0, streams.size + 1 - most))) endOldest();
      streams.add(end);
      byMember.set(memberId, streams);
      return () => {
        streams.delete(end);
        if (streams.size === 0 && byMember.get(memberId) === streams) byMember.delete(memberId);
      };
    },
    endAll: () => {
      for (const streams of [...byMember.values()]) for (const end of [...streams]) end();
    },
  };
}
