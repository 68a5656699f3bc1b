import type { Cut } from '../../image/cut-sharply.ts';
import type { Quad } from '../../image/grey-image.ts';
import { turnCorners } from '../../image/straighten-page.ts';
import type { OpenModels } from './open-models.ts';
import { lengthToHeight, measureHeadDown, measureSureness } from './recognize-line.ts';

/** A vote closer than this, of at most 0.5 either way, is no answer; blur and low light bring it about. */
const leastMajority = 0.2;
/** So many lines are then read both ways, none of them longer than this, in its heights. */
const readLines = 5;
const longestRead = 20;

/** Whether the lines of a page stand on their heads: by a vote of all, and where it is close, by reading a few both ways. */
export async function areHeadDown(models: OpenModels, cut: Cut, quads: readonly Quad[]): Promise<boolean> {
  let votes = 0;
  for (const quad of quads) votes += (await measureHeadDown(models, cut, quad)) - 0.5;
  if (Math.abs(votes) >= leastMajority * quads.length) return votes > 0;
  let surer = 0;
  for (const quad of quads.filter((one) => lengthToHeight(one) <= longestRead).slice(0, readLines)) {
    surer += await measureSureness(models, cut, turnCorners(quad, 2));
    surer -= await measureSureness(models, cut, quad);
  }
  return surer === 0 ? votes > 0 : surer > 0;
}
