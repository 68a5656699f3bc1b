import type { OutboxPhoto } from '../outbox/outbox-ticket.ts';
import { openChosenFile } from './open-chosen-file.ts';
import { type PhotoProblem, PhotoProblemError } from './photo-problem.ts';

export type PreparedPhoto = { photo: OutboxPhoto } | { problem: PhotoProblem };

/** Makes the first page of a chosen file ready to be kept and sent. */
export async function preparePhoto(file: File): Promise<PreparedPhoto> {
  const opened = await openChosenFile(file);
  if ('problem' in opened) return opened;
  try {
    for await (const { bytes, mediaType, sha256 } of opened.readPages()) {
      return { photo: { id: crypto.randomUUID(), blob: new Blob([bytes], { type: mediaType }), sha256 } };
    }
  } catch (error) {
    if (error instanceof PhotoProblemError) return { problem: error.problem };
    throw error;
  }
  return { problem: 'damaged' };
}
