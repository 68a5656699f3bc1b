import { type RefObject, useEffect, useRef, useState } from 'react';
import type { NewPhoto } from '../outbox/outbox-ticket.ts';
import { openChosenFile } from '../prepare/open-chosen-file.ts';
import { prepareFrame } from './prepare-frame.ts';
import { dropEarlyFrame, type EarlyFrame, takeEarlyFrame, takeFrame } from './take-frame.ts';
import { findStillCamera, type StillCamera, takeStill } from './take-still.ts';

interface ShutterParts {
  video: RefObject<HTMLVideoElement | null>;
  track: MediaStreamTrack | null;
  /** Resolves when the photo is on disk, with its id. */
  keep: (photo: NewPhoto) => Promise<string | null>;
  judge: (photoId: string, picture: ImageBitmap | Blob) => Promise<void>;
}

export interface Shutter {
  /** From the tap until the photo is kept. */
  isTaking: boolean;
  /** How many photos were kept here. */
  keptCount: number;
  /** The finger comes down. */
  press: () => void;
  shoot: () => Promise<void>;
}

/** Takes photos out of the live picture. One at a time; the next can be taken as soon as the last one is kept. */
export function useShutter({ video, track, keep, judge }: ShutterParts): Shutter {
  const [isTaking, setTaking] = useState(false);
  const [keptCount, setKeptCount] = useState(0);
  const busy = useRef(false);
  const early = useRef<EarlyFrame | null>(null);
  const still = useRef<StillCamera | null>(null);

  useEffect(() => {
    let wanted = true;
    if (track !== null && video.current !== null) {
      void findStillCamera(track, video.current).then((found) => {
        if (wanted) still.current = found;
      });
    }
    return () => {
      wanted = false;
      still.current = null;
      dropEarlyFrame(early.current);
      early.current = null;
    };
  }, [track, video]);

  const press = () => {
    if (busy.current || track === null || video.current === null) return;
    dropEarlyFrame(early.current);
    early.current = takeEarlyFrame(video.current);
  };

  const shoot = async () => {
    if (busy.current || track === null || video.current === null) return;
    busy.current = true;
    setTaking(true);
    const before = early.current;
    early.current = null;
    let frame: ImageBitmap | null = null;
    try {
      frame = await takeFrame(video.current, before);
      // More pixels where the phone gives them in time; the frame is there whatever becomes of it.
      const larger = still.current && (await prepareStill(still.current));
      const photo = larger ?? (await prepareFrame(frame));
      const photoId = await keep(photo);
      if (photoId === null) return;
      setKeptCount((count) => count + 1);
      if ('vibrate' in navigator) navigator.vibrate(30);
      const picture = larger ? new Blob([larger.bytes], { type: larger.mediaType }) : frame;
      if (picture === frame) frame = null;
      void judge(photoId, picture);
    } finally {
      frame?.close();
      busy.current = false;
      setTaking(false);
    }
  };
  return { isTaking, keptCount, press, shoot };
}

async function prepareStill(camera: StillCamera): Promise<NewPhoto | null> {
  const still = await takeStill(camera);
  if (still === null) return null;
  try {
    const opened = await openChosenFile(new File([still], 'still'));
    if ('problem' in opened) return null;
    for await (const page of opened.readPages()) return page;
  } catch {
    // The frame does as well.
  }
  return null;
}
