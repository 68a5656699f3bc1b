import { closePrint } from './close-print.ts';
import { findEdges, measureSlopes } from './find-edges.ts';
import type { GreyFrame } from './grey-frame.ts';
import { judgeOutline, type Outline } from './judge-outline.ts';
import { frameSide, measureEdge, type Side } from './measure-edge.ts';

/** How many degrees the page may be turned from upright. */
const reach = 48;
const edgesPerSide = 6;

/**
 * Finds the page in a small grey picture (long side about 160 pixels; more only makes it slower); null where none can be
 * seen. Fast rather than exact: it is drawn over a live picture, and the reader looks for the page again in the photo.
 */
export function findOutline(frame: GreyFrame): Outline | null {
  const { width, height } = frame;
  const slopes = measureSlopes(closePrint(frame), width, height);
  const rims = [
    { nx: 0, ny: 1, distance: 0 },
    { nx: -1, ny: 0, distance: 1 - width },
    { nx: 0, ny: -1, distance: 1 - height },
    { nx: 1, ny: 0, distance: 0 },
  ];
  const sides = findEdges(slopes, reach, edgesPerSide).map((edges, i): Side[] => {
    const rim = rims[i];
    const measured = edges.map((edge) => measureEdge(edge, slopes));
    return rim === undefined ? measured : [...measured, frameSide(rim)];
  });
  const [tops = [], rights = [], bottoms = [], lefts = []] = sides;
  let best: Outline | null = null;
  for (const top of tops) {
    for (const bottom of bottoms) {
      if (top.edge.nx * bottom.edge.nx + top.edge.ny * bottom.edge.ny > -0.8) continue;
      for (const left of lefts) {
        for (const right of rights) {
          const outline = judgeOutline([top, right, bottom, left], width, height);
          if (outline !== null && outline.score > (best?.score ?? 0)) best = outline;
        }
      }
    }
  }
  return best;
}
