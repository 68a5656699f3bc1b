import { useEffect, useState } from 'react';
import { useOnline } from '../live/use-online.ts';

/** A ticket's picture from the server, or an empty frame while it cannot be had. */
export function StoredThumbnail({ address }: { address: string }) {
  const online = useOnline();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (online) setFailed(false);
  }, [online]);
  if (failed) return null;
  return <img src={address} alt="" loading="lazy" decoding="async" onError={() => setFailed(true)} />;
}
