import { measureSharpness } from './measure-sharpness.ts';

/** How many frames after the tap are looked at, and how long one is waited for, in milliseconds. */
const laterFrames = 2;
const frameWait = 120;
/** A frame from before the tap counts when it is no older, in milliseconds. */
const earlyFor = 700;

export interface EarlyFrame {
  bitmap: Promise<ImageBitmap>;
  takenAt: number;
}

/** Keeps the frame of the moment in which the finger comes down, before the tap shakes the phone. */
export function takeEarlyFrame(video: HTMLVideoElement): EarlyFrame {
  const bitmap = createImageBitmap(video);
  bitmap.catch(() => undefined);
  return { bitmap, takenAt: performance.now() };
}

/** Gives a frame back that became no photo. */
export function dropEarlyFrame(early: EarlyFrame | null): void {
  early?.bitmap.then((bitmap) => bitmap.close()).catch(() => undefined);
}

/**
 * The sharpest of the frames around the tap: the one from when the finger came down, the one of now, and the next ones. Two full
 * frames at most are in memory. The caller closes what it gets.
 */
export async function takeFrame(video: HTMLVideoElement, early: EarlyFrame | null): Promise<ImageBitmap> {
  const fresh = early !== null && performance.now() - early.takenAt < earlyFor;
  if (!fresh) dropEarlyFrame(early);
  let best = await (fresh ? early.bitmap.catch(() => createImageBitmap(video)) : createImageBitmap(video));
  let bestSharpness = measureSharpness(best);
  for (let later = 0; later < laterFrames; later++) {
    await nextFrame(video);
    const bitmap = await createImageBitmap(video).catch(() => null);
    // The picture stopped: what is there has to do.
    if (bitmap === null) break;
    const sharpness = measureSharpness(bitmap);
    const isBetter = sharpness > bestSharpness;
    (isBetter ? best : bitmap).close();
    if (isBetter) [best, bestSharpness] = [bitmap, sharpness];
  }
  return best;
}

function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, frameWait);
    if (!('requestVideoFrameCallback' in video)) return;
    video.requestVideoFrameCallback(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
