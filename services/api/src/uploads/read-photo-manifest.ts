import { type PhotoManifest, photoManifestSchema } from '@ticket-pros/contracts/upload';
import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';

/** What `Upload-Metadata` says of a photo. Throws `invalid_manifest` with what is wrong, or `too_many_images`. */
export function readPhotoManifest(metadata: Record<string, string | null> | undefined): PhotoManifest {
  const text = metadata?.manifest;
  if (text === undefined || text === null) {
    throw new ProblemError('invalid_manifest', 'Upload-Metadata has to hold "manifest": JSON in base64.');
  }
  const result = photoManifestSchema.safeParse(parseJson(text));
  if (result.success && result.data.page < result.data.images.length) return result.data;
  if (result.success) throw new ProblemError('invalid_manifest', '"page" has to be one of the images, counted from 0.');
  const tooMany = result.error.issues.some((issue) => issue.code === 'too_big' && issue.path.join('.') === 'images');
  throw new ProblemError(tooMany ? 'too_many_images' : 'invalid_manifest', z.prettifyError(result.error));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
