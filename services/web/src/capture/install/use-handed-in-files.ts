import { useEffect, useEffectEvent } from 'react';

const lockName = 'ticket-pros-handed-in';

/**
 * Gives the files that other apps shared with this member to `onFiles`, one after the other, and forgets each when it
 * resolves: it has to resolve only when the file is kept elsewhere. One tab does so at a time.
 * @param memberId null where nothing may be taken: nobody is signed in, or somebody sees as another member.
 */
export function useHandedInFiles(memberId: string | null, onFiles: (files: File[]) => Promise<void>): void {
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    if (memberId === null) return;
    const aborted = new AbortController();
    navigator.locks
      .request(lockName, { signal: aborted.signal }, async () => {
        const { forgetHandedIn, readHandedIn } = await import('./handed-in-files.ts');
        for (const { key, file } of await readHandedIn(memberId, Date.now())) {
          await take([file]);
          await forgetHandedIn(key);
        }
      })
      // They are still there at the next start.
      .catch(() => undefined);
    return () => aborted.abort();
  }, [memberId]);
}
