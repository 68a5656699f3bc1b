import { keepHandedIn } from '../capture/install/handed-in-files.ts';
import { handedInParameter } from './worker-words.ts';

/**
 * Keeps the files that another app hands in, then opens the capture page, which puts them into a draft of the member who
 * is, or next will be, signed in.
 */
export async function receiveShare(request: Request): Promise<Response> {
  let outcome = 'failed';
  try {
    const form = await request.formData();
    const files = form.getAll('photos').filter((part) => part instanceof File);
    await keepHandedIn(files, Date.now());
    outcome = String(files.length);
  } catch {
    // No space left, or a body cut off: the page says so, and the photos are still where they came from.
  }
  return Response.redirect(`/capture?${handedInParameter}=${outcome}`, 303);
}
