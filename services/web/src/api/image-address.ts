export type ImageSize = 'original' | 'display' | 'thumbnail';

/** Where the bytes of a ticket's page are served, in one of its sizes. */
export function imageAddress(ticketId: string, imageId: string, size: ImageSize): string {
  return `/v1/tickets/${ticketId}/images/${imageId}/${size}`;
}
