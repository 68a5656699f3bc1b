import type { GreyFrame } from '../outline/grey-frame.ts';

/** What can be said of the print in a part of a photo, in pixels of the photo. */
export interface Print {
  /** Over how many pixels the edge of a letter goes from ink to paper, in the worst direction: 1 to 2 is sharp. */
  edgeWidth: number;
  /** How much darker ink is than the paper around it, as a share of the paper. */
  contrast: number;
  /** Sizes of the patches of ink that may be letters. */
  letters: number[];
}

/** So many pixels of a tile have edges of letters, at least. */
const edgeShare = 0.004;
const smallestLetter = 5;

/** How much wider (in pixels, squared) the mean of nine pixels makes an edge. */
const widened = 4.2;

/** Measures the print in a square part of a photo; null where there is hardly any. */
export function measurePrint(part: GreyFrame): Print | null {
  const { width, height } = part;
  // The noise of a dim photo has sharp edges of its own.
  const data = meanOfNine(part);
  const counts = new Uint32Array(256);
  for (const grey of data) counts[grey] = (counts[grey] ?? 0) + 1;
  const [ink, paper] = [greyAt(counts, 0.01 * data.length), greyAt(counts, 0.75 * data.length)];
  const range = paper - ink;
  const contrast = range / Math.max(24, paper);
  if (contrast < 0.08) return null;
  const steepest = (step: number, apart: number): number => {
    const slopes = new Uint32Array(256);
    for (let y = 1; y < height - 1; y++) {
      for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
        const slope = Math.abs((data[at + step] ?? 0) - (data[at - step] ?? 0));
        slopes[slope] = (slopes[slope] ?? 0) + 1;
      }
    }
    return greyAt(slopes, (1 - edgeShare) * (width - 2) * (height - 2)) / (2 * apart);
  };
  // A hand that moves blurs one direction and leaves the others sharp.
  const slant = Math.SQRT2;
  const worst = Math.min(steepest(1, 1), steepest(width, 1), steepest(width + 1, slant), steepest(width - 1, slant));
  const measured = range / Math.max(0.5, worst);
  const edgeWidth = Math.sqrt(Math.max(1, measured ** 2 - widened));
  return { edgeWidth, contrast, letters: findLetters(data, width, height, paper - 0.45 * range) };
}

function meanOfNine({ data, width }: GreyFrame): Uint8Array {
  const rows = new Uint16Array(data.length);
  for (let at = 1; at < data.length - 1; at++) {
    rows[at] = (data[at - 1] ?? 0) + (data[at] ?? 0) + (data[at + 1] ?? 0);
  }
  const mean = new Uint8Array(data);
  for (let at = width; at < data.length - width; at++) {
    mean[at] = ((rows[at - width] ?? 0) + (rows[at] ?? 0) + (rows[at + width] ?? 0)) / 9;
  }
  return mean;
}

/** The grey below which so many pixels lie. */
function greyAt(counts: Uint32Array, pixels: number): number {
  let left = pixels;
  for (let grey = 0; grey < counts.length; grey++) {
    left -= counts[grey] ?? 0;
    if (left < 0) return grey;
  }
  return counts.length - 1;
}

/** How tall all patches of ink are that may be letters or words, whichever way they are turned. */
function findLetters(data: GreyFrame['data'], width: number, height: number, darkBelow: number): number[] {
  const open = new Uint8Array(data.length);
  for (let at = 0; at < open.length; at++) open[at] = (data[at] ?? 0) < darkBelow ? 1 : 0;
  const stack: number[] = [];
  const visit = (at: number): void => {
    if (open[at] !== 1) return;
    open[at] = 0;
    stack.push(at);
  };
  const sizes: number[] = [];
  for (let start = 0; start < open.length; start++) {
    if (open[start] !== 1) continue;
    let [left, right, top, bottom, ink] = [width, 0, height, 0, 0];
    visit(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      ink++;
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (y > 0) visit(at - width);
      if (y < height - 1) visit(at + width);
    }
    const [wide, tall] = [right - left + 1, bottom - top + 1];
    const [long, short] = [Math.max(wide, tall), Math.min(wide, tall)];
    const isWhole = left > 0 && top > 0 && right < width - 1 && bottom < height - 1;
    const density = ink / (wide * tall);
    if (!isWhole || long < smallestLetter || short < 3 || density < 0.2) continue;
    // What is longer than a letter is several that run together, and as tall as they; a full one is a stroke.
    if (long <= 1.8 * short) sizes.push(long);
    else if (density < 0.75 && long <= 14 * short) sizes.push(short);
  }
  return sizes;
}
