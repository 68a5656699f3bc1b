import { ImageFormatError } from '@ticket-pros/strip-metadata/image-format-error';
import { stripMetadata } from '@ticket-pros/strip-metadata/strip-metadata';
import { keepHandedIn } from '../capture/install/handed-in-files.ts';
import { handedInParameter } from './worker-words.ts';

/**
 * Keeps the files that another app hands in, without their metadata, then opens the capture page, which puts them into a
 * draft of the member who is, or next will be, signed in.
 */
export async function receiveShare(request: Request): Promise<Response> {
  let outcome = 'failed';
  try {
    const form = await request.formData();
    const files = form.getAll('photos').filter((part) => part instanceof File);
    await keepHandedIn(await Promise.all(files.map(readStripped)), Date.now());
    outcome = String(files.length);
  } catch {
    // No space left, or a body cut off: the page says so, and the photos are still where they came from.
  }
  return Response.redirect(`/capture?${handedInParameter}=${outcome}`, 303);
}

async function readStripped(file: File): Promise<{ bytes: ArrayBuffer; type: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const stripped = await stripMetadata(bytes);
    return { bytes: stripped.bytes.slice().buffer, type: stripped.mediaType };
  } catch (error) {
    // Nothing that becomes a ticket: kept as it is, so that the page can say what is wrong with it.
    if (error instanceof ImageFormatError) return { bytes: bytes.buffer, type: file.type };
    throw error;
  }
}
