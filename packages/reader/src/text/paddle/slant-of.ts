import type { TextLine } from './detect-lines.ts';

/** Shorter lines than this, in their height, tell little about an angle. */
const leastLength = 3;

/** The median angle of the longer lines, in radians clockwise, within ±45°; of upright lines that of their shorter side. */
export function slantOf(lines: readonly TextLine[]): number {
  const angles = lines
    .filter(({ rectangle: { width, height } }) => Math.max(width, height) > leastLength * Math.min(width, height))
    .map(({ rectangle: { along } }) => Math.atan2(along.y, along.x))
    .sort((a, b) => a - b);
  return angles[Math.floor(angles.length / 2)] ?? 0;
}
