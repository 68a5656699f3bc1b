import { usePicture } from '../../live/use-picture.ts';

/** A ticket's picture from the server, or an empty frame while it cannot be had. */
export function StoredThumbnail({ address }: { address: string }) {
  const { shown, onError } = usePicture();
  if (!shown) return null;
  return <img src={address} alt="" loading="lazy" decoding="async" onError={onError} />;
}
