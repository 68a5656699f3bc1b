import { useEffect, useEffectEvent } from 'react';

const lockName = 'ticket-pros-handed-in';

/**
 * Gives the files that other apps shared with this member to `onFiles`, all at once, and forgets them when it resolves; it
 * has to resolve only when they are kept elsewhere. One tab does so at a time.
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
        const handedIn = await readHandedIn(memberId, Date.now());
        if (handedIn.length === 0) return;
        await take(handedIn.map(({ file }) => file));
        for (const { key } of handedIn) await forgetHandedIn(key);
      })
      // They are still there at the next start.
      .catch(() => undefined);
    return () => aborted.abort();
  }, [memberId]);
}
