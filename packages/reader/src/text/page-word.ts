import type { Box } from '@ticket-pros/contracts/box';
import type { Reading } from '@ticket-pros/contracts/reading';
import { type Homography, mapPoint } from '../image/map-points.ts';
import type { EngineWord } from './text-engine.ts';

/** A rectangle on the flattened page, in its pixels. */
export type Area = { left: number; top: number; right: number; bottom: number };

/**
 * A word where it stands on the flattened page, on which lines run level, so that "right of" and "below" mean what
 * they say; `box` is the same place on the upright stored image.
 */
export type PageWord = Area & { text: string; confidence: number; line: number; page: number; box: Box };

/** Gives each word its place on the upright stored image (of the given size), clipped to the image. */
export function placeWords(words: readonly EngineWord[], toUpright: Homography, page: number, size: Size): PageWord[] {
  return words.map((word) => {
    const area = { left: word.x, top: word.y, right: word.x + word.width, bottom: word.y + word.height };
    const { text, confidence, line } = word;
    return { ...area, text, confidence, line, page, box: uprightBox(area, toUpright, page, size) };
  });
}

type Size = Reading['pages'][number];

function uprightBox({ left, top, right, bottom }: Area, toUpright: Homography, page: number, size: Size): Box {
  const corners = [
    mapPoint(toUpright, { x: left, y: top }),
    mapPoint(toUpright, { x: right, y: top }),
    mapPoint(toUpright, { x: right, y: bottom }),
    mapPoint(toUpright, { x: left, y: bottom }),
  ];
  const clip = (values: number[], most: number): [number, number] => {
    const low = Math.min(Math.max(Math.floor(Math.min(...values)), 0), most - 1);
    return [low, Math.max(low + 1, Math.min(Math.ceil(Math.max(...values)), most))];
  };
  const [x, endX] = clip(
    corners.map((corner) => corner.x),
    size.width,
  );
  const [y, endY] = clip(
    corners.map((corner) => corner.y),
    size.height,
  );
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
