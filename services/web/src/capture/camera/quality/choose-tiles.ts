import type { Corners, GreyFrame } from '../outline/grey-frame.ts';

export interface Tile {
  left: number;
  top: number;
}

/** Print keeps so far from the paper's edge, as a share of the page; what is nearer is the edge itself. */
const rim = 0.05;

/**
 * Where on the page to look closely: the places with the busiest print, none beside another before all parts had their turn.
 *
 * @param small the photo shrunk
 * @param scale how many pixels of the photo one of the small picture stands for
 * @returns top left corners in pixels of the photo, the busiest first
 */
export function chooseTiles(
  small: GreyFrame,
  corners: Corners | null,
  scale: number,
  side: number,
  most: number,
): Tile[] {
  const block = Math.max(8, Math.round(side / scale));
  const found: { tile: Tile; busy: number }[] = [];
  for (let top = 0; top + block <= small.height; top += block) {
    for (let left = 0; left + block <= small.width; left += block) {
      const place = { x: (left + block / 2) / small.width, y: (top + block / 2) / small.height };
      if (!isOnPage(place, corners)) continue;
      const tile = { left: Math.floor(left * scale), top: Math.floor(top * scale) };
      found.push({ tile, busy: busyness(small, left, top, block) });
    }
  }
  found.sort((one, other) => other.busy - one.busy);
  return found.slice(0, most).map(({ tile }) => tile);
}

/** How much goes on in a block, against how light it is: print does more than a shadow or a ruled line. */
function busyness({ data, width }: GreyFrame, left: number, top: number, block: number): number {
  let change = 0;
  let light = 1;
  for (let y = top; y < top + block; y++) {
    for (let x = left + 1; x < left + block; x++) {
      const at = y * width + x;
      const grey = data[at] ?? 0;
      const across = Math.abs(grey - (data[at - 1] ?? 0));
      const down = y > top ? Math.abs(grey - (data[at - width] ?? 0)) : 0;
      change += Math.min(across, down);
      light += grey;
    }
  }
  return change / light;
}

/** Whether a place is well inside of the page; without a page, well inside of the picture. */
export function isOnPage({ x, y }: { x: number; y: number }, corners: Corners | null): boolean {
  if (corners === null) return x > rim && y > rim && x < 1 - rim && y < 1 - rim;
  return corners.every((from, i) => {
    const to = corners[(i + 1) % 4] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) > rim * length;
  });
}
