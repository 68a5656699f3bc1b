import type { Corners } from './outline/grey-frame.ts';
import type { Outline } from './outline/judge-outline.ts';
import type { PhotoWarning } from './quality/judge-photo.ts';

export type LookRequest =
  | { id: number; kind: 'find'; frame: ImageBitmap; mayRest: boolean }
  | { id: number; kind: 'judge'; picture: ImageBitmap | Blob };
export type LookReply =
  | { id: number; kind: 'outline'; outline: Outline | null; isStill: boolean }
  | { id: number; kind: 'unchanged' }
  | { id: number; kind: 'judged'; warnings: PhotoWarning[]; corners: Corners | null }
  | { id: number; kind: 'failed' };

/** What was seen in a photo: why it may be hard to read, and where its page lies, as a suggestion. */
export interface Judgement {
  warnings: PhotoWarning[];
  corners: Corners | null;
}

/** Looks at pictures outside of the page's own thread. */
export interface PhotoLooker {
  /** With `mayRest` a frame like the one before costs next to nothing. Null where looking failed. Takes the frame. */
  find: (
    frame: ImageBitmap,
    mayRest: boolean,
  ) => Promise<{ outline: Outline | null; isStill: boolean } | 'unchanged' | null>;
  /** Takes a bitmap, and leaves a blob. Null where looking failed: then nothing is said about the photo. */
  judge: (picture: ImageBitmap | Blob) => Promise<Judgement | null>;
  stop: () => void;
}

/** A photo larger than this, in bytes, is not opened only to be judged: it may take the page down with it. */
const largestJudged = 24_000_000;

/** Starts the worker that looks at frames and photos. */
export function startPhotoLooker(): PhotoLooker {
  const worker = new Worker(new URL('./look-at-photo.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (reply: LookReply | null) => void>();
  let last = 0;
  let broken = false;

  const ask = (request: LookRequest, handOver: Transferable[]): Promise<LookReply | null> => {
    if (broken) return Promise.resolve(null);
    return new Promise((resolve) => {
      waiting.set(request.id, resolve);
      worker.postMessage(request, handOver);
    });
  };
  const giveUp = () => {
    broken = true;
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<LookReply>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', giveUp);

  return {
    async find(frame, mayRest) {
      const reply = await ask({ id: ++last, kind: 'find', frame, mayRest }, [frame]);
      if (reply?.kind === 'unchanged') return 'unchanged';
      return reply?.kind === 'outline' ? { outline: reply.outline, isStill: reply.isStill } : null;
    },
    async judge(picture) {
      if (picture instanceof Blob && picture.size > largestJudged) return null;
      const handOver = picture instanceof Blob ? [] : [picture];
      const reply = await ask({ id: ++last, kind: 'judge', picture }, handOver);
      return reply?.kind === 'judged' ? { warnings: reply.warnings, corners: reply.corners } : null;
    },
    stop: () => {
      giveUp();
      worker.terminate();
    },
  };
}
