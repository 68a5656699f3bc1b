import type { PhotoFailure } from '@ticket-pros/contracts/failure-code';
import { evenLight } from './even-light.ts';
import { findPages } from './find-page.ts';
import type { GreyImage } from './grey-image.ts';
import { measurePrint } from './measure-print.ts';
import { measureQuality } from './measure-quality.ts';

const darkPaper = 30;
const brightPaper = 250;
const paleInk = 0.15;
const noInk = 0.06;
const blurred = 0.2;
const glaring = 0.08;
/** Capitals of fewer pixels than this are hardly to be told apart. */
const smallCapitals = 8;
/** Longer sides of fewer pixels than this hold no ticket that can be read. */
const smallSide = 300;

/**
 * What may keep a photo from being read, the likeliest reason first; its sentence stands in `photoFailures`. Meant for a
 * photo in which nothing could be read: it names at least one reason for any photo.
 */
export function describeQuality(photo: GreyImage): PhotoFailure[] {
  if (Math.max(photo.width, photo.height) < smallSide) return ['image_too_small'];
  const { paper, contrast, sharpness, glare } = measureQuality(photo);
  if (paper < darkPaper) return ['too_dark'];
  const pages = findPages(photo);
  if (contrast < noInk) return [paper > brightPaper ? 'no_text' : pages.length === 0 ? 'no_page' : 'no_text'];
  const reasons: PhotoFailure[] = [];
  if (paper > brightPaper && contrast < 2 * paleInk) reasons.push('too_bright');
  if (glare > glaring) reasons.push('glare');
  if (sharpness < blurred) reasons.push('too_blurred');
  if (contrast < paleInk) reasons.push('low_contrast');
  const capitals = measurePrint(evenLight(photo));
  if (capitals !== null && capitals < smallCapitals) reasons.push('print_too_small');
  if (pages.length > 1) reasons.push('two_pages');
  if (pages.length === 0 && capitals === null) reasons.push('no_page');
  return reasons.length > 0 ? reasons : ['no_text'];
}
