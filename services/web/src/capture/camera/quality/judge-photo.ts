import type { Outline } from '../outline/judge-outline.ts';
import type { PhotoMeasure } from './measure-photo.ts';

/** What may keep a photo from being read, and what the member can do something about while the paper is in hand. */
export type PhotoWarning = 'dark' | 'cutOff' | 'blurred' | 'glare' | 'small';

const darkPaper = 60;
/** An edge over more than this share of a letter's height runs the letters together. */
const blurredFrom = 0.235;
/** An edge over fewer pixels is as sharp as cameras make it. */
const sharpEdge = 3.4;
const glareFrom = 0.06;
/** Capitals of fewer pixels are hardly to be told apart. */
const smallCapitals = 10;
/** Corners this far outside of the picture are cut off, and not just measured a little wrong. */
const outside = 0.015;

/** What is wrong with a photo, what matters most first; nothing where it can probably be read. */
export function judgePhoto({ outline, paper, glare, capitals, blur }: PhotoMeasure): PhotoWarning[] {
  const warnings: PhotoWarning[] = [];
  if (paper < darkPaper) warnings.push('dark');
  if (outline !== null && isCutOff(outline)) warnings.push('cutOff');
  // Print of a few pixels cannot be sharp.
  const isSmall = blur !== null && capitals < smallCapitals;
  const isBlurred = blur !== null && blur > blurredFrom && blur * capitals > sharpEdge;
  if (isBlurred && !isSmall) warnings.push('blurred');
  if (glare > glareFrom) warnings.push('glare');
  if (isSmall) warnings.push('small');
  return warnings;
}

/** Whether a page that can be seen goes on beyond the picture. One that fills the picture is meant so. */
function isCutOff({ corners, onFrame }: Outline): boolean {
  const rims = onFrame.filter((is) => is).length;
  if (rims > 0) return rims <= 2;
  return corners.some(({ x, y }) => x < -outside || y < -outside || x > 1 + outside || y > 1 + outside);
}
