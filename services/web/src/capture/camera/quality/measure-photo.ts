import { findOutline } from '../outline/find-outline.ts';
import type { Corners, GreyFrame } from '../outline/grey-frame.ts';
import type { Outline } from '../outline/judge-outline.ts';
import { chooseTiles, isOnPage } from './choose-tiles.ts';
import { measurePrint } from './measure-print.ts';
import type { PhotoPixels } from './photo-pixels.ts';

/** What is good or bad about a photo of a ticket, in numbers. */
export interface PhotoMeasure {
  outline: Outline | null;
  /** Grey of the paper, 0 to 255. */
  paper: number;
  /** Share of the page that is burnt out while the rest of its paper is not. */
  glare: number;
  /** How tall capitals are, in pixels of the photo; guessed from the page's size where none can be told apart. */
  capitals: number;
  /** Over what share of a capital's height the edge of a letter goes from ink to paper; null without print. */
  blur: number | null;
}

const overviewSide = 800;
const outlineSide = 160;
const tileSide = 192;
const mostTiles = 9;
/** Ordinary print has capitals of about this share of a page's long side. */
const usualCapitals = 0.0105;
/** What is larger is a heading, or what blur made of many letters. */
const largestCapitals = 0.016;
const enoughLetters = 25;
const glareBlock = 12;
const burntOut = 246;

/** Measures a photo: the whole of it made small, and the busiest of its print in its own pixels. */
export function measurePhoto(photo: PhotoPixels): PhotoMeasure {
  const small = photo.shrink(overviewSide);
  const outline = findOutline(photo.shrink(outlineSide));
  const corners = outline?.corners ?? null;
  const scale = photo.width / small.width;
  const side = Math.min(tileSide, photo.width, photo.height);
  const tiles = chooseTiles(small, corners, scale, side, mostTiles).map(({ left, top }) => ({
    left: Math.min(left, photo.width - side),
    top: Math.min(top, photo.height - side),
  }));
  const prints = photo.cut(tiles, side).flatMap((tile) => measurePrint(tile) ?? []);
  const letters = prints.flatMap((print) => print.letters).sort((one, other) => one - other);
  const told = letters.length >= enoughLetters ? letters[Math.floor(letters.length * 0.7)] : undefined;
  const page = pageSide(photo, corners);
  const capitals = Math.min(told ?? usualCapitals * page, largestCapitals * page);
  const widths = prints.map(({ edgeWidth }) => edgeWidth).sort((one, other) => one - other);
  const width = widths[Math.floor(widths.length / 2)];
  return {
    outline,
    ...measureLight(small, corners),
    capitals,
    blur: width === undefined ? null : width / capitals,
  };
}

/** The page's long side in pixels of the photo. */
function pageSide({ width, height }: PhotoPixels, corners: Corners | null): number {
  if (corners === null) return Math.max(width, height);
  const lengths = corners.map((from, i) => {
    const to = corners[(i + 1) % 4] ?? from;
    return Math.hypot((to.x - from.x) * width, (to.y - from.y) * height);
  });
  return Math.max(...lengths);
}

function measureLight(small: GreyFrame, corners: Corners | null): { paper: number; glare: number } {
  const { data, width, height } = small;
  const lights: number[] = [];
  let burnt = 0;
  let blocks = 0;
  for (let top = 0; top + glareBlock <= height; top += glareBlock) {
    for (let left = 0; left + glareBlock <= width; left += glareBlock) {
      const place = { x: (left + glareBlock / 2) / width, y: (top + glareBlock / 2) / height };
      if (!isOnPage(place, corners)) continue;
      blocks++;
      let [darkest, lightest] = [255, 0];
      for (let y = top; y < top + glareBlock; y++) {
        for (let at = y * width + left; at < y * width + left + glareBlock; at++) {
          const grey = data[at] ?? 0;
          darkest = Math.min(darkest, grey);
          lightest = Math.max(lightest, grey);
        }
      }
      if (darkest >= burntOut) burnt++;
      else lights.push(lightest);
    }
  }
  lights.sort((one, other) => one - other);
  const paper = lights[Math.floor(lights.length * 0.6)] ?? 255;
  return { paper, glare: blocks === 0 || paper >= 240 ? 0 : burnt / blocks };
}
