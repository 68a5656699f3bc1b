import type { GreyImage } from './grey-image.ts';

// looked up once, since they run for every pixel
const { floor, max, min } = Math;

const darkBelow = 128;
/**
 * A printed band: at least this long and tall, no taller than a heading, several times as long as tall, and mostly
 * dark.
 */
const shortest = 120;
const lowest = 16;
const tallest = 260;
const leastLengthToHeight = 3;
const leastDark = 0.4;
/**
 * Ink thinner than this in either direction is a letter or a ruled line, which must not tie a band to a table's grid.
 */
const thinnest = 10;

/** Turns solid dark bands with light print on them, such as the heads of tables, into dark print on white. */
export function reverseBands(image: GreyImage): GreyImage {
  const { width, height } = image;
  const out = Uint8Array.from(image.data);
  const open = thickInk(image);
  const stack: number[] = [];
  for (let start = 0; start < open.length; start++) {
    if (open[start] !== 1) continue;
    const patch: number[] = [];
    let [left, right, bottom] = [width, 0, 0];
    visit(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      patch.push(at);
      const x = at % width;
      left = min(left, x);
      right = max(right, x);
      bottom = max(bottom, at);
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      visit(at - width);
      visit(at + width);
    }
    const long = right - left + 1;
    const tall = floor(bottom / width) - floor(start / width) + 1;
    const isBand = long >= shortest && tall >= lowest && tall <= tallest && long >= leastLengthToHeight * tall;
    if (isBand && patch.length >= leastDark * long * tall) reverse(patch, left, right);
  }
  return { data: out, width, height };

  function visit(at: number): void {
    if (open[at] !== 1) return;
    open[at] = 0;
    stack.push(at);
  }

  /** Column by column from the band's upper to its lower edge, so that a slanted band leaves no wedges. */
  function reverse(patch: readonly number[], left: number, right: number): void {
    const top = new Int32Array(right - left + 1).fill(height);
    const low = new Int32Array(right - left + 1).fill(-1);
    for (const at of patch) {
      const column = (at % width) - left;
      const y = floor(at / width);
      top[column] = min(top[column] ?? height, y);
      low[column] = max(low[column] ?? -1, y);
    }
    for (let column = 0; column < top.length; column++) {
      for (let y = top[column] ?? 0; y <= (low[column] ?? -1); y++) {
        const at = y * width + left + column;
        out[at] = 255 - (image.data[at] ?? 0);
      }
    }
  }
}

/**
 * Marks the dark pixels that lie in a run of at least `thinnest` dark pixels both along their row and along their
 * column.
 */
function thickInk({ data, width, height }: GreyImage): Uint8Array {
  const dark = data.map((grey) => (grey < darkBelow ? 1 : 0));
  const runs = (lines: number, length: number, lineStep: number, step: number): Uint8Array => {
    const thick = new Uint8Array(dark.length);
    for (let line = 0; line < lines; line++) {
      let start = 0;
      for (let at = 0; at <= length; at++) {
        if (at < length && dark[line * lineStep + at * step] === 1) continue;
        if (at - start >= thinnest) for (let i = start; i < at; i++) thick[line * lineStep + i * step] = 1;
        start = at + 1;
      }
    }
    return thick;
  };
  const down = runs(width, height, 1, width);
  return runs(height, width, width, 1).map((across, at) => across & (down[at] ?? 0));
}
