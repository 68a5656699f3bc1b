import { type ReactNode, useCallback, useRef, useState } from 'react';
import { problemCode } from '../../api/api-problem.ts';
import { ConfirmIdentityDialog } from './confirm-identity-dialog.tsx';
import { type ConfirmIdentity, ConfirmIdentityContext } from './use-confirm-identity.ts';

/** Holds the one dialog in which people prove that it is them, for everything inside. */
export function ConfirmIdentityProvider({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  /** Those who wait for the person; several questions at once are answered by one proof. */
  const waiting = useRef<((proved: boolean) => void)[]>([]);

  const confirmIdentity = useCallback<ConfirmIdentity>(async (act) => {
    try {
      return await act();
    } catch (error) {
      if (problemCode(error) !== 'confirm_first') throw error;
      setOpened(true);
      const proved = await new Promise<boolean>((resolve) => waiting.current.push(resolve));
      if (!proved) throw error;
      return await act();
    }
  }, []);

  const end = (proved: boolean) => {
    setOpened(false);
    for (const answer of waiting.current.splice(0)) answer(proved);
  };

  return (
    <ConfirmIdentityContext value={confirmIdentity}>
      {children}
      <ConfirmIdentityDialog opened={opened} onProved={() => end(true)} onClose={() => end(false)} />
    </ConfirmIdentityContext>
  );
}
