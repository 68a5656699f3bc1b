import { findOutline } from './outline/find-outline.ts';
import type { GreyFrame } from './outline/grey-frame.ts';
import type { LookReply, LookRequest } from './photo-looker.ts';
import { judgePhoto } from './quality/judge-photo.ts';
import { measurePhoto } from './quality/measure-photo.ts';
import { readBitmap } from './quality/read-bitmap.ts';
import { warmUp } from './quality/warm-up.ts';

/** Mean difference of two small frames, in grey levels, below which the phone is held still. */
const stillBelow = 1.6;
const smallSide = 160;
let before: GreyFrame | null = null;
let isWarm = false;

async function answer(request: LookRequest): Promise<LookReply> {
  const { id } = request;
  if (request.kind === 'judge') {
    const bitmap = request.picture instanceof Blob ? await createImageBitmap(request.picture) : request.picture;
    const measure = measurePhoto(readBitmap(bitmap));
    bitmap.close();
    return { id, kind: 'judged', warnings: judgePhoto(measure), corners: measure.outline?.corners ?? null };
  }
  const frame = readBitmap(request.frame).shrink(smallSide);
  request.frame.close();
  const isStill = before !== null && differ(before, frame) < stillBelow;
  if (isStill && request.mayRest) return { id, kind: 'unchanged' };
  before = frame;
  return { id, kind: 'outline', outline: findOutline(frame), isStill };
}

function differ(one: GreyFrame, other: GreyFrame): number {
  if (one.data.length !== other.data.length) return 255;
  let sum = 0;
  for (let at = 0; at < one.data.length; at += 3) sum += Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0));
  return (3 * sum) / one.data.length;
}

self.addEventListener('message', ({ data }: MessageEvent<LookRequest>) => {
  answer(data)
    .catch((): LookReply => ({ id: data.id, kind: 'failed' }))
    .then((reply) => {
      self.postMessage(reply);
      if (isWarm) return;
      isWarm = true;
      warmUp();
    })
    .catch(() => undefined);
});
