import type { Cut } from '../../image/cut-sharply.ts';
import type { GreyImage, Point, Quad } from '../../image/grey-image.ts';
import type { PageWord } from '../page-word.ts';

/** Tesseract reads signs of about thirty pixels best. */
const lineHeight = 48;
const rim = 10;
const widest = 1600;
/** What is taken along around the words, as shares of their height. */
const beside = 0.25;
const above = 0.12;

/**
 * Words of one line out of the photo, level, black on white, with a white rim; null where they don't stand in one line.
 */
export function cutWords(cut: Cut, words: readonly PageWord[]): GreyImage | null {
  const [first, last] = [words[0], words.at(-1)];
  if (
    first === undefined ||
    last === undefined ||
    words.some(({ line, page }) => line !== first.line || page !== first.page)
  ) {
    return null;
  }
  const [topLeft, , , bottomLeft] = first.quad;
  const [, topRight, bottomRight] = last.quad;
  const width = (distance(topLeft, topRight) + distance(bottomLeft, bottomRight)) / 2;
  const height = (distance(topLeft, bottomLeft) + distance(topRight, bottomRight)) / 2;
  if (width < 1 || height < 1) return null;
  const corners = [topLeft, topRight, bottomRight, bottomLeft].map((corner, i) => {
    const [right, down] = [i === 1 || i === 2 ? 1 : -1, i >= 2 ? 1 : -1];
    const along = { x: (topRight.x - topLeft.x) / width, y: (topRight.y - topLeft.y) / width };
    const across = { x: (bottomLeft.x - topLeft.x) / height, y: (bottomLeft.y - topLeft.y) / height };
    const [out, over] = [right * beside * height, down * above * height];
    return { x: corner.x + out * along.x + over * across.x, y: corner.y + out * along.y + over * across.y };
  });
  const [a, b, c, d] = corners;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const scale = lineHeight / (height * (1 + 2 * above));
  const across = Math.min(widest, Math.max(lineHeight / 2, Math.round((width + 2 * beside * height) * scale)));
  const quad: Quad = [a, b, c, d];
  return onWhite(cut(quad, across, lineHeight).image);
}

/** Ink to black and paper to white, as far as each goes, and a rim of paper. */
function onWhite({ data, width, height }: GreyImage): GreyImage {
  const sorted = Uint8Array.from(data).sort();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const ink = at(0.02);
  const range = Math.max(20, at(0.7) - ink);
  const size = { width: width + 2 * rim, height: height + 2 * rim };
  const out = new Uint8Array(size.width * size.height).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const level = (((data[y * width + x] ?? 0) - ink) / range) * 255;
      out[(y + rim) * size.width + x + rim] = Math.min(255, Math.max(0, Math.round(level)));
    }
  }
  return { data: out, ...size };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
