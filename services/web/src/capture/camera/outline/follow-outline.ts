import type { Corners } from './grey-frame.ts';
import type { Outline } from './judge-outline.ts';

/** What is drawn, and what has to be known to draw it steadily. */
export interface Followed {
  /** The corners to draw; null draws nothing. */
  shown: Corners | null;
  /** Frames in a row in which the shown page was not to be seen. */
  missed: number;
  /** A page somewhere else, seen once: the next frame says whether it is one. */
  candidate: Corners | null;
}

export const nothingFollowed: Followed = { shown: null, missed: 0, candidate: null };

/** A page is drawn from this score on, and goes on being drawn down to the lower one. */
const showFrom = 1;
const keepDownTo = 0.75;
/** How far, as a share of the picture, a corner may move from one frame to the next. */
const near = 0.08;
/** A corner that moved less stays where it is: hands tremble. */
const tremble = 0.006;
const patience = 3;

/**
 * Takes what was found in the next frame. The drawn page moves half of the way at a time, waits three frames before it goes, and
 * jumps elsewhere only when it was found there twice: a line that flickers is worse than one that comes late.
 */
export function followOutline(before: Followed, found: Outline | null): Followed {
  const { shown, candidate } = before;
  const least = shown === null ? showFrom : keepDownTo;
  if (found === null || found.score < least) {
    const missed = before.missed + 1;
    return { shown: missed >= patience ? null : shown, missed, candidate: null };
  }
  const { corners } = found;
  if (shown !== null && farthest(shown, corners) <= near) {
    return { shown: approach(shown, corners), missed: 0, candidate: null };
  }
  if (candidate !== null && farthest(candidate, corners) <= near) return { shown: corners, missed: 0, candidate: null };
  return { shown, missed: before.missed, candidate: corners };
}

function farthest(one: Corners, other: Corners): number {
  return Math.max(...one.map(({ x, y }, i) => Math.hypot(x - (other[i]?.x ?? 0), y - (other[i]?.y ?? 0))));
}

function approach([a, b, c, d]: Corners, to: Corners): Corners {
  const step = (from: Corners[0], target: Corners[0]) =>
    Math.hypot(target.x - from.x, target.y - from.y) <= tremble
      ? from
      : { x: (from.x + target.x) / 2, y: (from.y + target.y) / 2 };
  return [step(a, to[0]), step(b, to[1]), step(c, to[2]), step(d, to[3])];
}
