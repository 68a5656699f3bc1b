import type { OutboxPhoto } from '../outbox/outbox-ticket.ts';
import { useThumbnail } from '../use-thumbnail.ts';

/** The small picture of a photo that this phone sent, or nothing where there is none. */
export function KeptThumbnail({ photo }: { photo: OutboxPhoto | undefined }) {
  const address = useThumbnail(photo);
  return address === null ? null : <img src={address} alt="" decoding="async" />;
}
