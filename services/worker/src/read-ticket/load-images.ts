import type { JobPayload } from '@ticket-pros/queue/job-catalogue';
import { imageKey } from '@ticket-pros/storage/object-key';
import { ObjectMissingError } from '@ticket-pros/storage/object-missing-error';
import type { Storage } from '@ticket-pros/storage/storage';
import { ReadingFailure } from './reading-failure.ts';
import type { TakenTicket } from './take-ticket.ts';

export type LoadedImage = TakenTicket['images'][number] & { bytes: Uint8Array };

/** Fetches the stored photos, in the order of their pages. Throws `image_missing` when one is not there. */
export async function loadImages(
  storage: Storage,
  { accountId, ticketId }: JobPayload<'read-ticket'>,
  ticket: TakenTicket,
): Promise<LoadedImage[]> {
  const loaded: LoadedImage[] = [];
  for (const image of ticket.images) {
    try {
      const bytes = await storage.getBytes(imageKey(accountId, ticketId, image.id, 'original'));
      loaded.push({ ...image, bytes });
    } catch (error) {
      if (!(error instanceof ObjectMissingError)) throw error;
      throw new ReadingFailure('image_missing', `image ${image.id} is not in the storage`, { cause: error });
    }
  }
  if (loaded.length === 0) throw new ReadingFailure('image_missing', 'the ticket has no images');
  return loaded;
}
