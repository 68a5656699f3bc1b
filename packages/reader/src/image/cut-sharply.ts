import { type FlatPage, warpQuad } from './flatten-page.ts';
import type { GreyImage, Point, Quad } from './grey-image.ts';
import { rectangleToQuad } from './map-points.ts';

// looked up once, since they run for every pixel
const { floor, hypot, log2, max } = Math;

/** Pulls what lies within four corners of a photo onto a rectangle of the given size. */
export type Cut = (corners: Quad, width: number, height: number) => FlatPage;

/**
 * Cuts of one photo in any size: of smaller ones no pixel is skipped, since they are taken from the photo halved as
 * often as it takes. The halved photos are made when they are first needed.
 */
export function cutsOf(photo: GreyImage): Cut {
  const halved = [photo];
  const halvedBy = (times: number): GreyImage => {
    const ready = halved[times];
    if (ready !== undefined) return ready;
    const made = halve(halvedBy(times - 1));
    halved[times] = made;
    return made;
  };
  return (corners, width, height) => {
    const [a, b, c, d] = corners;
    const across = (hypot(b.x - a.x, b.y - a.y) + hypot(c.x - d.x, c.y - d.y)) / 2 / width;
    const down = (hypot(d.x - a.x, d.y - a.y) + hypot(c.x - b.x, c.y - b.y)) / 2 / height;
    const times = floor(max(0, log2(max(1, (across + down) / 2))) + 0.2);
    const shrunk = (point: Point): Point => ({ x: point.x / 2 ** times, y: point.y / 2 ** times });
    const { image } = warpQuad(halvedBy(times), [shrunk(a), shrunk(b), shrunk(c), shrunk(d)], width, height);
    return { image, toUpright: rectangleToQuad(width, height, corners) };
  };
}

/** Half the width and height, each pixel the mean of four. */
function halve({ data, width, height }: GreyImage): GreyImage {
  const half = { width: max(1, floor(width / 2)), height: max(1, floor(height / 2)) };
  const out = new Uint8Array(half.width * half.height);
  const [right, below] = [width > 1 ? 1 : 0, height > 1 ? width : 0];
  for (let y = 0, to = 0; y < half.height; y++) {
    for (let x = 0, from = 2 * y * width; x < half.width; x++, to++, from += 2) {
      const upper = (data[from] ?? 0) + (data[from + right] ?? 0);
      const lower = (data[from + below] ?? 0) + (data[from + below + right] ?? 0);
      out[to] = (upper + lower + 2) >> 2;
    }
  }
  return { data: out, ...half };
}
