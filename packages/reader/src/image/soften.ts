import type { GreyImage } from './grey-image.ts';

/** A bell curve of 1.3 pixels' deviation, in 256ths. */
const weights = [26, 60, 84, 60, 26] as const;

/** A copy with its finest detail blurred, which joins the dots of a needle printer to strokes. */
export function soften({ data, width, height }: GreyImage): GreyImage {
  const across = new Uint8Array(data.length);
  const out = new Uint8Array(data.length);
  blurAlong(data, across, height, width, width, 1);
  blurAlong(across, out, width, height, 1, width);
  return { data: out, width, height };
}

/** One direction: `lines` of `length` pixels each; the next line is `lineStep` away, the next pixel of it `step`. */
function blurAlong(
  from: Uint8Array,
  to: Uint8Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
): void {
  const [outer, inner, middle] = weights;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    const grey = (at: number): number => from[start + (at < 0 ? 0 : at >= length ? length - 1 : at) * step] ?? 0;
    for (let at = 0; at < length; at++) {
      const far = grey(at - 2) + grey(at + 2);
      const near = grey(at - 1) + grey(at + 1);
      to[start + at * step] = (outer * far + inner * near + middle * grey(at) + 128) >> 8;
    }
  }
}
