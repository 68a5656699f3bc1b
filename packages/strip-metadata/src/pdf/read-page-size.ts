import { ImageFormatError } from '../image-format-error.ts';
import type { PdfObjects } from './pdf-file.ts';
import type { PdfValue } from './pdf-value.ts';
import type { PdfPage } from './read-pdf-pages.ts';

type Box = [left: number, bottom: number, right: number, top: number];

const letter: Box = [0, 0, 612, 792];
const pointsPerInch = 72;
/** As the reader draws pages: fine enough for small print, large pages coarser. */
const dotsPerInch = 300;
const mostPixels = 12_000_000;

/** Width and height in pixels that the reader draws a page in, turned as the page says. */
export function readPageSize(page: PdfPage, objects: PdfObjects): { width: number; height: number } {
  const whole = readBox(page.mediaBox, objects) ?? letter;
  const cut = readBox(page.cropBox, objects) ?? whole;
  const width = Math.min(whole[2], cut[2]) - Math.max(whole[0], cut[0]);
  const height = Math.min(whole[3], cut[3]) - Math.max(whole[1], cut[1]);
  if (!(width > 0 && height > 0)) throw new ImageFormatError('image_damaged', 'The page has no size.');
  const scale = Math.min(dotsPerInch / pointsPerInch, Math.sqrt(mostPixels / (width * height)));
  const drawn = { width: Math.floor(Math.floor(width) * scale), height: Math.floor(Math.floor(height) * scale) };
  const rotate = objects.resolve(page.rotate);
  const isTurned = typeof rotate === 'number' && Math.abs(Math.round(rotate / 90)) % 2 === 1;
  return isTurned ? { width: drawn.height, height: drawn.width } : drawn;
}

function readBox(value: PdfValue, { resolve }: PdfObjects): Box | undefined {
  const list = resolve(value);
  const sides = Array.isArray(list) ? list.map(resolve).filter((side) => typeof side === 'number') : [];
  const [x1, y1, x2, y2] = sides;
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  const box: Box = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
  return box[0] < box[2] && box[1] < box[3] ? box : undefined;
}
