import type { Point, Quad } from '../image/grey-image.ts';
import { mapPoint } from '../image/map-points.ts';
import { type Area, spanOf } from './frame-area.ts';
import type { FormMatch } from './match-form.ts';
import type { PlacedWord, SeenWord } from './place-words.ts';

/** A word of the page and the area that it takes in the form's frame. */
export type FramedWord<W extends SeenWord = SeenWord> = Area & { source: PlacedWord<W> };

/**
 * How far the neighbourhood reaches that pulls a place along, in the form's frame: words of the same line do so most, those around
 * a little, and the map resists.
 */
const around = 90;
const ownLine = { across: 400, down: 9 };
const shareOfAround = 0.02;
const resistance = 0.02;

/** Takes a point of the page to the form's frame. */
export type ToFrame = (point: Point) => Point;

/**
 * The way from a matched page to the form's frame: the map, and then by as much as the form's words nearby are off, so that bends of
 * the paper and print that slipped are followed.
 */
export function frameOf({ toForm, found }: FormMatch): ToFrame {
  const residues = [...found].map(([word, { at }]) => ({ at, dx: word.x - at.x, dy: word.y - at.y }));
  return (point) => {
    const plain = mapPoint(toForm, point);
    let [sum, dx, dy] = [resistance, 0, 0];
    for (const residue of residues) {
      const [x, y] = [residue.at.x - plain.x, residue.at.y - plain.y];
      const inLine = Math.exp(-((x / ownLine.across) ** 2 + (y / ownLine.down) ** 2) / 2);
      const weight = inLine + shareOfAround * Math.exp(-(x * x + y * y) / (2 * around * around));
      sum += weight;
      dx += weight * residue.dx;
      dy += weight * residue.dy;
    }
    return { x: plain.x + dx / sum, y: plain.y + dy / sum };
  };
}

/** The area in the frame of something with four corners on the page. */
export function frameQuad(toFrame: ToFrame, quad: Quad): Area {
  return spanOf(quad.map(toFrame));
}

/** Every word of the page in the frame. */
export function frameWords<W extends SeenWord>(words: readonly PlacedWord<W>[], toFrame: ToFrame): FramedWord<W>[] {
  return words.map((source) => ({ ...frameQuad(toFrame, source.quad), source }));
}
