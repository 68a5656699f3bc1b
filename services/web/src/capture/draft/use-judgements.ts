import { useCallback, useEffect, useRef, useState } from 'react';
import type { Judgement, PhotoLooker } from '../camera/photo-looker.ts';

export interface Judgements {
  /** What was seen in each photo that was looked at, by its id. */
  judged: ReadonlyMap<string, Judgement>;
  /** Looks at a photo. Takes a bitmap, and leaves a blob. */
  judge: (photoId: string, picture: ImageBitmap | Blob) => Promise<void>;
  /** Nothing more is said about a photo: its member wants to send it as it is. */
  accept: (photoId: string) => void;
  /** The one that looks, started when it is first needed. */
  startLooker: () => Promise<PhotoLooker>;
}

/** What the phone itself thinks of the photos of the draft. It warns, and never forbids. */
export function useJudgements(): Judgements {
  const [judged, setJudged] = useState<ReadonlyMap<string, Judgement>>(new Map());
  const looker = useRef<Promise<PhotoLooker> | null>(null);

  const startLooker = useCallback(() => {
    looker.current ??= import('../camera/photo-looker.ts').then(({ startPhotoLooker }) => startPhotoLooker());
    return looker.current;
  }, []);
  useEffect(
    () => () => {
      looker.current?.then((started) => started.stop()).catch(() => undefined);
      looker.current = null;
    },
    [],
  );

  const judge = useCallback(
    async (photoId: string, picture: ImageBitmap | Blob) => {
      const judgement = await startLooker()
        .then((started) => started.judge(picture))
        .catch(() => null);
      if (judgement !== null) setJudged((before) => new Map(before).set(photoId, judgement));
    },
    [startLooker],
  );
  const accept = useCallback((photoId: string) => {
    setJudged((before) => {
      const judgement = before.get(photoId);
      return judgement ? new Map(before).set(photoId, { ...judgement, warnings: [] }) : before;
    });
  }, []);
  return { judged, judge, accept, startLooker };
}
