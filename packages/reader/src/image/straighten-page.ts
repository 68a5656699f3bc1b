import { eraseRules } from './erase-rules.ts';
import { evenLight } from './even-light.ts';
import { findPage } from './find-page.ts';
import { findSkew } from './find-skew.ts';
import { type FlatPage, flatSize, flattenPage } from './flatten-page.ts';
import { type GreyImage, type Point, type Quad, wholeImage } from './grey-image.ts';
import { measurePrint } from './measure-print.ts';
import { reverseBands } from './reverse-bands.ts';
import { shrinkImage } from './shrink-image.ts';

/** Pixels of the first cut, on which the height of the print is measured, and of the largest that is read. */
const measuredPixels = 3e6;
const mostPixels = 9e6;
const mostEnlarged = 3;
/** Height of capitals, in pixels, that the text engine reads best. */
const bestCapitals = 26;

/** Where the page lies in an upright photo: within its four corners, or the whole photo turned by its skew. */
export function locatePage(photo: GreyImage): Quad {
  return findPage(photo) ?? turnedFrame(photo, findSkew(evenLight(shrinkImage(photo, 1000))));
}

/**
 * The page within `corners` as the text engine wants it: flat, turned clockwise by `quarterTurns` × 90°, of a size at
 * which ordinary print is large enough, evenly lit and without ruled lines.
 */
export function straightenPage(photo: GreyImage, corners: Quad, quarterTurns: number): FlatPage {
  const turned = turnCorners(corners, quarterTurns);
  const { width, height } = flatSize(turned, 1);
  const firstScale = Math.min(mostEnlarged, Math.sqrt(measuredPixels / (width * height)));
  const first = cut(photo, turned, firstScale);
  const capitals = measurePrint(first.image);
  if (capitals === null) return first;
  const scale = Math.min(
    firstScale * (bestCapitals / capitals),
    Math.sqrt(mostPixels / (width * height)),
    mostEnlarged,
  );
  return Math.abs(scale / firstScale - 1) < 0.1 ? first : cut(photo, turned, scale);
}

function cut(photo: GreyImage, corners: Quad, scale: number): FlatPage {
  const { image, toUpright } = flattenPage(photo, corners, scale);
  return { image: eraseRules(reverseBands(evenLight(image))), toUpright };
}

/** The corner that becomes the top left one moves back by one for every quarter turn clockwise. */
export function turnCorners([a, b, c, d]: Quad, quarterTurns: number): Quad {
  if (quarterTurns === 1) return [d, a, b, c];
  if (quarterTurns === 2) return [c, d, a, b];
  if (quarterTurns === 3) return [b, c, d, a];
  return [a, b, c, d];
}

/** The rectangle around the whole photo whose sides run along text that goes downhill by `degrees`. */
function turnedFrame(photo: GreyImage, degrees: number): Quad {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const centre = { x: photo.width / 2, y: photo.height / 2 };
  const halfWidth = centre.x * Math.abs(cos) + centre.y * Math.abs(sin);
  const halfHeight = centre.y * Math.abs(cos) + centre.x * Math.abs(sin);
  const corner = ({ x, y }: Point, at: Point): Point => ({
    x: centre.x + Math.sign(x - at.x) * halfWidth * cos - Math.sign(y - at.y) * halfHeight * sin,
    y: centre.y + Math.sign(x - at.x) * halfWidth * sin + Math.sign(y - at.y) * halfHeight * cos,
  });
  const [a, b, c, d] = wholeImage(photo);
  return [corner(a, centre), corner(b, centre), corner(c, centre), corner(d, centre)];
}
