import type { GreyFrame } from './outline/grey-frame.ts';

/** How much neighbouring pixels differ: of two pictures of the same thing the sharper one has more. */
export function sumOfSteps({ data, width, height }: GreyFrame): number {
  let sum = 0;
  for (let y = 0; y < height - 1; y++) {
    for (let at = y * width; at < (y + 1) * width - 1; at++) {
      const grey = data[at] ?? 0;
      sum += (grey - (data[at + 1] ?? 0)) ** 2 + (grey - (data[at + width] ?? 0)) ** 2;
    }
  }
  return sum / (width * height);
}

const side = 320;

/** The sharpness of a frame by the pixels of its middle, where the ticket is. */
export function measureSharpness(frame: ImageBitmap): number {
  const [width, height] = [Math.min(side, frame.width), Math.min(side, frame.height)];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) return 0;
  const [left, top] = [(frame.width - width) / 2, (frame.height - height) / 2];
  context.drawImage(frame, left, top, width, height, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const green = new Uint8Array(width * height);
  for (let at = 0; at < green.length; at++) green[at] = data[4 * at + 1] ?? 0;
  return sumOfSteps({ data: green, width, height });
}
