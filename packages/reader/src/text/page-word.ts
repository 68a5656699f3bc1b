import type { Box } from '@ticket-pros/contracts/box';
import type { Reading } from '@ticket-pros/contracts/reading';
import type { Quad } from '../image/grey-image.ts';
import { mapQuad } from '../image/map-points.ts';
import type { Character, PageText, WordChances } from './text-engine.ts';

/** A rectangle on the flattened page, in its pixels. */
export type Area = { left: number; top: number; right: number; bottom: number };

/**
 * A word where it stands on the flattened page, on which lines run level, so that "right of" and "below" mean what
 * they say; `quad` and `box` are the same place on the upright stored image.
 */
export type PageWord = Area & {
  text: string;
  confidence: number;
  characters: readonly Character[];
  chances?: WordChances | undefined;
  line: number;
  page: number;
  quad: Quad;
  box: Box;
  /** The side of a box stands behind it: what follows is another value. */
  endsBox?: boolean;
};

/** Gives each word its place on the upright stored image (of the given size), its box clipped to the image. */
export function placeWords({ words, toUpright }: PageText, page: number, size: Size): PageWord[] {
  return words.map(({ text, confidence, characters, chances, line, quad }) => {
    const upright = mapQuad(toUpright, quad);
    const box = clippedBox(upright, page, size);
    return { ...spanOf(quad), text, confidence, characters, chances, line, page, quad: upright, box };
  });
}

type Size = Reading['pages'][number];

/** The corners of an area, clockwise from its upper left one. */
export function quadOfArea({ left, top, right, bottom }: Area): Quad {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** The smallest area around four corners. */
export function spanOf(quad: Quad): Area {
  const xs = quad.map(({ x }) => x);
  const ys = quad.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function clippedBox(quad: Quad, page: number, size: Size): Box {
  const { left, top, right, bottom } = spanOf(quad);
  const clip = (from: number, to: number, most: number): [number, number] => {
    const low = Math.min(Math.max(Math.floor(from), 0), most - 1);
    return [low, Math.max(low + 1, Math.min(Math.ceil(to), most))];
  };
  const [x, endX] = clip(left, right, size.width);
  const [y, endY] = clip(top, bottom, size.height);
  return { page, x, y, width: endX - x, height: endY - y };
}

/** The smallest area around all of the given ones; there has to be one at least. */
export function areaAround(areas: readonly Area[]): Area {
  return {
    left: Math.min(...areas.map((area) => area.left)),
    top: Math.min(...areas.map((area) => area.top)),
    right: Math.max(...areas.map((area) => area.right)),
    bottom: Math.max(...areas.map((area) => area.bottom)),
  };
}

/** The smallest box around the boxes of words of one page; there has to be one at least. */
export function boxAround(words: readonly PageWord[]): Box {
  const boxes = words.map((word) => word.box);
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    page: boxes[0]?.page ?? 0,
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
