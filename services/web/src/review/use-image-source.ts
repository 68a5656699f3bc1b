import type { TicketImage } from '@ticket-pros/contracts/ticket';
import { useState } from 'react';
import { type ImageSize, imageAddress } from '../api/image-address.ts';

export interface ImageSource {
  /** null where neither the display size nor the original could be loaded. */
  address: string | null;
  onError: () => void;
}

/** The address of a page for the screen: its display size, or the original while that is not made or cannot be had. */
export function useImageSource(ticketId: string, image: TicketImage): ImageSource {
  const [failed, setFailed] = useState<readonly string[]>([]);
  const sizes: readonly ImageSize[] = image.hasDerivatives ? ['display', 'original'] : ['original'];
  const addresses = sizes.map((size) => imageAddress(ticketId, image.id, size));
  const address = addresses.find((one) => !failed.includes(one)) ?? null;
  return {
    address,
    onError: () => {
      if (address !== null) setFailed((earlier) => [...earlier, address]);
    },
  };
}
