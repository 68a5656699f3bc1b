import { type RefObject, useEffect, useState } from 'react';
import { followOutline, nothingFollowed } from './outline/follow-outline.ts';
import type { Corners } from './outline/grey-frame.ts';
import type { PhotoLooker } from './photo-looker.ts';

/** In milliseconds between frames: while the picture moves, and while it is still. */
const moving = 140;
const resting = 400;
const smallSide = 160;
/** Still frames in a row after which nothing is looked for any more. */
const restAfter = 4;

/** Where the page lies in the live picture, steady enough to be drawn; null where none can be seen. */
export function useOutline(
  video: RefObject<HTMLVideoElement | null>,
  isLive: boolean,
  looker: PhotoLooker | null,
): Corners | null {
  const [shown, setShown] = useState<Corners | null>(null);
  useEffect(() => {
    if (!isLive || looker === null) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    let followed = nothingFollowed;
    let stillFrames = 0;

    const look = async () => {
      const started = performance.now();
      const frame = await grabSmall(video.current);
      const found = frame && (await looker.find(frame, stillFrames >= restAfter));
      if (stopped) return;
      if (found !== null && found !== 'unchanged') {
        stillFrames = found.isStill ? stillFrames + 1 : 0;
        followed = followOutline(followed, found.outline);
        setShown(followed.shown);
      }
      const pause = found === 'unchanged' ? resting : moving;
      timer = setTimeout(() => void look(), Math.max(20, pause - (performance.now() - started)));
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
      setShown(null);
    };
  }, [video, isLive, looker]);
  return shown;
}

async function grabSmall(video: HTMLVideoElement | null): Promise<ImageBitmap | null> {
  if (video === null || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
  const scale = smallSide / Math.max(video.videoWidth, video.videoHeight);
  try {
    return await createImageBitmap(video, {
      resizeWidth: Math.max(1, Math.round(video.videoWidth * scale)),
      resizeHeight: Math.max(1, Math.round(video.videoHeight * scale)),
      resizeQuality: 'medium',
    });
  } catch {
    return null;
  }
}
