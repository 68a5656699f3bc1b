import { useMemo } from 'react';
import type { OutboxPhoto } from './outbox/outbox-ticket.ts';
import { useObjectUrl } from './use-object-url.ts';

/** An address for showing a photo small; null while there is none. */
export function useThumbnail(photo: OutboxPhoto | undefined): string | null {
  const thumbnail = photo?.thumbnail;
  return useObjectUrl(
    useMemo(() => (thumbnail ? new Blob([thumbnail], { type: 'image/jpeg' }) : undefined), [thumbnail]),
  );
}
