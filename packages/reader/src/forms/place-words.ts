import type { Word } from '@ticket-pros/contracts/reading';
import type { Quad } from '../image/grey-image.ts';
import { foldText } from './fold-text.ts';

/** What is needed of a word to know a form by it: one as read just now, or as stored with a reading. */
export type SeenWord = Pick<Word, 'text' | 'confidence' | 'box' | 'line'>;

/** A word on its page with its true corners, in reading direction, and its text as words are compared. */
export type PlacedWord<W extends SeenWord = SeenWord> = { word: W; folded: string; x: number; y: number; quad: Quad };

/** The words of a page, each in its place, and the direction in which its lines run, in radians. */
export type PlacedPage<W extends SeenWord = SeenWord> = { words: PlacedWord<W>[]; angle: number };

/**
 * Gives the words of a page their true corners. Stored boxes are upright on the image, so that they are too high on a
 * page that lies at an angle; the angle of the lines tells by how much.
 */
export function placeSeenWords<W extends SeenWord>(words: readonly W[], page: number): PlacedPage<W> {
  const onPage = words.filter((word) => word.box.page === page);
  const angle = lineAngle(onPage);
  return { angle, words: onPage.map((word) => ({ word, folded: foldText(word.text), ...placeBox(word.box, angle) })) };
}

/** The middle and the true corners of what an upright box surrounds, on a page whose lines run at `angle`. */
export function placeBox(box: SeenWord['box'], angle: number): { x: number; y: number; quad: Quad } {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [width, height] = trueSize(box, Math.abs(cos), Math.abs(sin));
  const corner = (across: number, down: number): { x: number; y: number } => ({
    x: x + (across * width * cos - down * height * sin) / 2,
    y: y + (across * width * sin + down * height * cos) / 2,
  });
  return { x, y, quad: [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)] };
}

/** Width and height along the lines, from those of the upright box around; near 45° they can't be told apart. */
function trueSize({ width, height }: SeenWord['box'], cos: number, sin: number): [number, number] {
  const apart = cos * cos - sin * sin;
  if (Math.abs(apart) < 0.2) return [width, height];
  const along = (width * cos - height * sin) / apart;
  const across = (height * cos - width * sin) / apart;
  const least = 0.3 * Math.min(width, height);
  return [Math.max(least, along), Math.max(least, across)];
}

/** The direction of the lines of words: the median over the lines, the long ones counting more. */
function lineAngle(words: readonly SeenWord[]): number {
  const lines = new Map<number, SeenWord[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  const directions = [...lines.values()].flatMap((line) => {
    const [first, last] = [line[0]?.box, line.at(-1)?.box];
    if (first === undefined || last === undefined || line.length < 2) return [];
    const dx = last.x + last.width / 2 - first.x - first.width / 2;
    const dy = last.y + last.height / 2 - first.y - first.height / 2;
    return [{ angle: Math.atan2(dy, dx), length: Math.hypot(dx, dy) }];
  });
  const quarter = commonQuarter(directions);
  // measured from the quarter turn that most lines follow, so that no angle jumps from -180 to 180 degrees
  const turned = directions
    .map(({ angle, length }) => ({ length, angle: wrap(angle - quarter) }))
    .filter(({ angle }) => Math.abs(angle) < Math.PI / 4)
    .sort((a, b) => a.angle - b.angle);
  const half = turned.reduce((sum, { length }) => sum + length, 0) / 2;
  let passed = 0;
  for (const { angle, length } of turned) {
    passed += length;
    if (passed >= half) return wrap(angle + quarter);
  }
  return 0;
}

function commonQuarter(directions: readonly { angle: number; length: number }[]): number {
  const lengths = [0, 0, 0, 0];
  for (const { angle, length } of directions) {
    const quarter = (Math.round(angle / (Math.PI / 2)) + 4) % 4;
    lengths[quarter] = (lengths[quarter] ?? 0) + length;
  }
  return lengths.indexOf(Math.max(...lengths)) * (Math.PI / 2);
}

function wrap(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}
