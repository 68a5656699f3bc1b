import type { Cut } from '../../image/cut-sharply.ts';
import type { GreyImage, Point, Quad } from '../../image/grey-image.ts';
import { soften } from '../../image/soften.ts';
import { decodeSigns, keepChances } from './decode-signs.ts';
import type { OpenModels } from './open-models.ts';
import { pictureToNumbers, type Scale } from './picture-to-numbers.ts';
import type { ReadLine } from './read-line.ts';
import { settleReadings } from './settle-readings.ts';
import type { LineSign } from './split-words.ts';
import { widestGap } from './widest-gap.ts';

const scale: Scale = Array.from({ length: 3 }, () => ({ mean: 0.5, deviation: 0.5 }));
const lineHeight = 48;
/** Lines are set a little narrower than they are, which the recognizer reads better and in less time. */
const narrowing = 0.9;
/** With a sign less sure than this, a line is read once more, narrower and softer, and where that says something else, with its rims. */
const leastSure = 0.85;
const narrowingAgain = 0.75;
const narrowingWithRims = 0.8;
const rimShare = 0.08;
const narrowest = 16;
/** A line longer than this, in its heights, is fine print of ninety letters and more, and would take half a second. */
const longestLine = 40;
/** The picture that tells which way up a line is. */
const directionWidth = 192;

/**
 * Reads the signs of one line, cut out of the photo at its full resolution. A doubtful one is read up to three times: the text counts that all
 * of the readings together find likeliest. Fine print in very long lines is left out.
 */
export async function recognizeLine(models: OpenModels, cut: Cut, corners: Quad): Promise<ReadLine> {
  const length = lengthToHeight(corners);
  if (length > longestLine) return { signs: [], steps: 0, chances: { signs: [], costs: new Uint8Array(0) } };
  const cutOf = (share: number, quad = corners): GreyImage =>
    cut(quad, Math.max(narrowest, Math.round(lineHeight * length * share)), lineHeight).image;
  const first = await readSigns(models, cutOf(narrowing));
  if (first.signs.every(({ confidence }) => confidence >= leastSure)) return first;
  const second = await readSigns(models, soften(cutOf(narrowingAgain)));
  if (textOf(second) === textOf(first))
    return meanConfidence(second.signs) > meanConfidence(first.signs) ? second : first;
  const third = await readSigns(models, soften(cutOf(narrowingWithRims, withRims(corners))));
  return settleReadings([first, second, third]);
}

/** A line with a little more of what is above and below it. */
function withRims([a, b, c, d]: Quad): Quad {
  const beyond = (from: Point, to: Point): Point => ({
    x: to.x + (to.x - from.x) * rimShare,
    y: to.y + (to.y - from.y) * rimShare,
  });
  return [beyond(d, a), beyond(c, b), beyond(b, c), beyond(a, d)];
}

async function readSigns({ recognize, signs }: OpenModels, image: GreyImage): Promise<ReadLine> {
  const numbers = await recognize.run(pictureToNumbers(image, scale));
  const read = decodeSigns(numbers, signs);
  return {
    signs: read.map((sign, i) => ({ ...sign, gap: i === 0 ? 0 : widestGap(image, read[i - 1]?.at ?? 0, sign.at) })),
    steps: numbers.dims[1] ?? 0,
    chances: keepChances(numbers, signs),
  };
}

function textOf({ signs }: ReadLine): string {
  return signs.map(({ text }) => text).join('');
}

function meanConfidence(signs: readonly LineSign[]): number {
  return signs.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, signs.length);
}

/** How sure the recognizer is of a line on average, 0 to 1; 0 where it reads nothing. */
export async function measureSureness(models: OpenModels, cut: Cut, corners: Quad): Promise<number> {
  const width = Math.max(narrowest, Math.round(lineHeight * lengthToHeight(corners) * narrowing));
  return meanConfidence((await readSigns(models, cut(corners, width, lineHeight).image)).signs);
}

/** How surely a line stands on its head, 0 to 1. */
export async function measureHeadDown({ direct }: OpenModels, cut: Cut, corners: Quad): Promise<number> {
  const width = Math.min(directionWidth, Math.max(narrowest, Math.round(lineHeight * lengthToHeight(corners))));
  const { image } = cut(corners, width, lineHeight);
  const numbers = pictureToNumbers(image, scale);
  const padded = new Float32Array(3 * lineHeight * directionWidth);
  for (let row = 0; row < 3 * lineHeight; row++) {
    padded.set(numbers.data.subarray(row * width, (row + 1) * width), row * directionWidth);
  }
  const { data } = await direct.run({ data: padded, dims: [1, 3, lineHeight, directionWidth] });
  return data[1] ?? 0;
}

/** How long a line is, in its own heights. */
export function lengthToHeight([a, b, c, d]: Quad): number {
  const length = (Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(c.x - d.x, c.y - d.y)) / 2;
  const height = (Math.hypot(d.x - a.x, d.y - a.y) + Math.hypot(c.x - b.x, c.y - b.y)) / 2;
  return length / Math.max(1, height);
}
