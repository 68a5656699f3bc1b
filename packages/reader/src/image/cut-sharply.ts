import { type FlatPage, warpQuad } from './flatten-page.ts';
import type { GreyImage, Point, Quad } from './grey-image.ts';
import { halveImage } from './halve-image.ts';
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
    const made = halveImage(halvedBy(times - 1));
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
