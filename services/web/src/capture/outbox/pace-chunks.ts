/** How many bytes go out in one request, by what the connection carried so far. */
export interface Pace {
  chunkBytes: () => number;
  /** A request with so many bytes was answered after so long. */
  carried: (bytes: number, milliseconds: number) => void;
  /** A request got no answer. */
  lost: () => void;
}

const fewest = 64 * 1024;
const most = 4 * 1024 * 1024;
const aimMs = 8_000;

/**
 * Half a megabyte at first: most photos are smaller and go in one request. Then what the connection carries in eight
 * seconds, so that a request on a poor link ends long before it counts as stalled, and one on a good link is not held
 * up by waiting for answers. A lost one halves it.
 */
export function paceChunks(): Pace {
  let bytes = 512 * 1024;
  const set = (wanted: number) => {
    bytes = Math.round(Math.min(most, Math.max(fewest, wanted)));
  };
  return {
    chunkBytes: () => bytes,
    carried: (sent, milliseconds) => {
      // Little says little about the speed; and a clock may have jumped.
      if (sent >= fewest && milliseconds > 0) set((sent / milliseconds) * aimMs);
    },
    lost: () => set(bytes / 2),
  };
}
