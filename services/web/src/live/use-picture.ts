import { useEffect, useState } from 'react';
import { useOnline } from './use-online.ts';

/** Whether a picture from the server can be shown: not once it failed to load, until the connection is back. */
export function usePicture(): { shown: boolean; onError: () => void } {
  const online = useOnline();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (online) setFailed(false);
  }, [online]);
  return { shown: !failed, onError: () => setFailed(true) };
}
