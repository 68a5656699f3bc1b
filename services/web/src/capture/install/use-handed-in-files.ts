import { useEffect, useEffectEvent } from 'react';
import { hashPhoto } from '../prepare/hash-photo.ts';

interface HandedInFiles {
  /** Null while nothing may be taken: somebody sees as another member, or the draft is full. What is left then waits. */
  memberId: string | null;
  /** SHA-256 of the photos of the draft: a file that is one of them was taken by a page that ended before it could say so. */
  inDraft: readonly string[];
  /** Has to resolve only when the file is kept elsewhere. */
  onFiles: (files: File[]) => Promise<void>;
}

const lockName = 'ticket-pros-handed-in';

/** Gives the files that other apps shared with this member to the draft, one after the other, in one tab at a time. */
export function useHandedInFiles({ memberId, inDraft, onFiles }: HandedInFiles): void {
  const take = useEffectEvent(async (file: File) => {
    const hash = await hashPhoto(new Uint8Array(await file.arrayBuffer()));
    if (!inDraft.includes(hash)) await onFiles([file]);
  });
  useEffect(() => {
    if (memberId === null) return;
    const aborted = new AbortController();
    navigator.locks
      .request(lockName, { signal: aborted.signal }, async () => {
        const { forgetHandedIn, readHandedIn } = await import('./handed-in-files.ts');
        for (const { key, file } of await readHandedIn(memberId, Date.now())) {
          if (aborted.signal.aborted) return;
          await take(file);
          await forgetHandedIn(key);
        }
      })
      // They are still there at the next start.
      .catch(() => undefined);
    return () => aborted.abort();
  }, [memberId]);
}
