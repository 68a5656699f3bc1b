import { type Cut, cutsOf } from '../../image/cut-sharply.ts';
import { cornersOf, type Rectangle } from '../../image/fit-rectangle.ts';
import { type FlatPage, flatSize } from '../../image/flatten-page.ts';
import { type GreyImage, type Quad, wholeImage } from '../../image/grey-image.ts';
import { chainMaps, type Homography, mapPoint, mapQuad } from '../../image/map-points.ts';
import { turnCorners } from '../../image/straighten-page.ts';
import type { EngineWord, PageText } from '../text-engine.ts';
import { areHeadDown } from './are-head-down.ts';
import { detectLines, sideStep, type TextLine } from './detect-lines.ts';
import type { OpenModels } from './open-models.ts';
import { pageCorners } from './page-corners.ts';
import { recognizeLine } from './recognize-line.ts';
import { slantOf } from './slant-of.ts';
import { type LineWord, splitWords } from './split-words.ts';

/** The long side on which lines are looked for: at first on the whole photo, then on the page. */
const glanceSide = 960;
const pageSide = 1600;
/** So many lines, the longest ones, tell which way up a page lies. */
const votingLines = 15;

/**
 * Reads the text of an upright photo: a glance at the whole of it tells where its lines are and which way up, then the
 * page is flattened, its lines are found again, and each is read from the photo's own pixels.
 */
export async function readPage(models: OpenModels, photo: GreyImage): Promise<PageText> {
  const cut = cutsOf(photo);
  const whole = flatten(cut, wholeImage(photo), glanceSide);
  const glance = await detectLines(models.detect, whole.image);
  const turns = await quarterTurns(models, cut, whole, glance);
  const flat = flatten(cut, turnCorners(pageCorners(photo, whole, glance), turns), pageSide);
  const lines = await detectLines(models.detect, flat.image);
  const level = levelling(lines, flat.image);
  const words: EngineWord[] = [];
  for (const [number, { rectangle }] of lines.entries()) {
    const quad = readingQuad(rectangle);
    const { signs, steps, chances } = await recognizeLine(models, cut, mapQuad(flat.toUpright, quad));
    const split = splitWords(signs, steps);
    words.push(
      ...split.map((word) => ({
        ...toEngineWord(word, quad, number, level),
        chances: { line: chances, ...word.steps },
      })),
    );
  }
  return { words, toUpright: chainMaps(level.back, flat.toUpright) };
}

function flatten(cut: Cut, corners: Quad, longSide: number): FlatPage {
  const { width, height } = flatSize(corners, 1);
  const factor = Math.min(1.5, longSide / Math.max(width, height));
  const side = (length: number): number => Math.max(1, Math.round((length * factor) / sideStep)) * sideStep;
  return cut(corners, side(width), side(height));
}

/**
 * By how many quarter turns clockwise the page has to be turned: whether it lies on its side shows the shape of its
 * lines, whether it stands on its head the majority of the longest ones.
 */
async function quarterTurns(
  models: OpenModels,
  cut: Cut,
  { toUpright }: FlatPage,
  lines: readonly TextLine[],
): Promise<number> {
  const length = ({ rectangle: { width, height } }: TextLine): number => Math.max(width, height);
  const lying = lines.reduce((sum, line) => sum + (isTall(line.rectangle) ? length(line) : -length(line)), 0) > 0;
  const longest = lines
    .filter((line) => isTall(line.rectangle) === lying)
    .sort((a, b) => length(b) - length(a))
    .slice(0, votingLines);
  const quads = longest.map(({ rectangle }) => {
    const quad = cornersOf(rectangle);
    return mapQuad(toUpright, lying ? turnCorners(quad, 1) : quad);
  });
  const headDown = await areHeadDown(models, cut, quads);
  return lying ? (headDown ? 3 : 1) : headDown ? 2 : 0;
}

function isTall({ width, height }: Rectangle): boolean {
  return height > 1.5 * width;
}

/** The corners of a line from where it begins; what stands upright on a page that lies level is read from its foot. */
function readingQuad(rectangle: Rectangle): Quad {
  const quad = cornersOf(rectangle);
  return isTall(rectangle) ? turnCorners(quad, 1) : quad;
}

type Levelling = { there: Homography; back: Homography };

/** A turn about the picture's middle that makes its lines level, by the median of their angles, and the way back. */
function levelling(lines: readonly TextLine[], { width, height }: GreyImage): Levelling {
  const angle = slantOf(lines);
  return { there: rotation(-angle, width / 2, height / 2), back: rotation(angle, width / 2, height / 2) };
}

function rotation(angle: number, x: number, y: number): Homography {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0, 0, 1];
}

/** Boxes of lines have margin above and below; letters fill about this share of their height. */
const lettersShare = 0.72;

function toEngineWord(
  { signs, from, to }: LineWord,
  [a, b, c, d]: Quad,
  line: number,
  { there }: Levelling,
): EngineWord {
  const point = (across: number, down: number): { x: number; y: number } => {
    const top = { x: a.x + (b.x - a.x) * across, y: a.y + (b.y - a.y) * across };
    const bottom = { x: d.x + (c.x - d.x) * across, y: d.y + (c.y - d.y) * across };
    return mapPoint(there, { x: top.x + (bottom.x - top.x) * down, y: top.y + (bottom.y - top.y) * down });
  };
  const [high, low] = [(1 - lettersShare) / 2, (1 + lettersShare) / 2];
  const confidences = signs.map(({ confidence }) => confidence);
  const mean = confidences.reduce((sum, confidence) => sum + confidence, 0) / confidences.length;
  return {
    text: signs.map(({ text }) => text).join(''),
    confidence: (mean + Math.min(...confidences)) / 2,
    line,
    quad: [point(from, high), point(to, high), point(to, low), point(from, low)],
    characters: signs.map(({ text, confidence, alternatives }) => ({ text, confidence, alternatives })),
  };
}
