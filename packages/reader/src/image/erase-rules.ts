import type { GreyImage } from './grey-image.ts';

const darkBelow = 150;
/** A run of dark pixels this long, this thin, and nearly straight is a ruled line and no stroke of a letter. */
const shortestRule = 120;
const thickestRule = 9;

/**
 * Paints the ruled lines of boxes and tables white, horizontal and vertical, which otherwise cling to the text beside
 * them. Where a letter crosses a line, its stroke stays.
 */
export function eraseRules(image: GreyImage): GreyImage {
  const { width, height } = image;
  const out = Uint8Array.from(image.data);
  eraseAlong(image.data, out, width, height, width, 1);
  eraseAlong(image.data, out, height, width, 1, width);
  return { data: out, width, height };
}

/**
 * One direction: `lines` of `length` pixels each; the next pixel of a line is `alongStep` away, the next line
 * `acrossStep`.
 */
function eraseAlong(
  data: Uint8Array,
  out: Uint8Array,
  length: number,
  lines: number,
  acrossStep: number,
  alongStep: number,
): void {
  const darkIn = (pixels: Uint8Array, line: number, at: number): boolean =>
    line >= 0 && line < lines && (pixels[line * acrossStep + at * alongStep] ?? 255) < darkBelow;
  const dark = (line: number, at: number): boolean => darkIn(data, line, at);
  for (let line = 0; line < lines; line++) {
    let start = -1;
    for (let at = 0; at <= length; at++) {
      // a slightly slanted line steps to its neighbour rows, so either of them keeps the run alive
      const alive = at < length && (dark(line, at) || (start >= 0 && (dark(line - 1, at) || dark(line + 1, at))));
      if (alive && start < 0) start = at;
      if (alive || start < 0) continue;
      if (at - start >= shortestRule) eraseRun(line, start, at);
      start = -1;
    }
  }

  function eraseRun(line: number, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      let before = 0;
      let after = 0;
      // measured on what is left, so that at a crossing the line that was erased first does not make this one thick
      while (before <= thickestRule && darkIn(out, line - before - 1, at)) before++;
      while (after <= thickestRule && darkIn(out, line + after + 1, at)) after++;
      if (before + after + 1 > thickestRule) continue;
      for (let across = -before - 1; across <= after + 1; across++) {
        const row = line + across;
        if (row >= 0 && row < lines) out[row * acrossStep + at * alongStep] = 255;
      }
    }
  }
}
