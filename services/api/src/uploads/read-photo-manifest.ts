import { type PhotoManifest, photoManifestSchema } from '@ticket-pros/contracts/upload';
import { ProblemError } from '../problems/problem-error.ts';
import { parseManifest } from '../tickets/parse-manifest.ts';

/** What `Upload-Metadata` says of a photo. Throws `invalid_manifest` with what is wrong, or `too_many_images`. */
export function readPhotoManifest(metadata: Record<string, string | null> | undefined): PhotoManifest {
  const text = metadata?.manifest;
  if (text === undefined || text === null) {
    throw new ProblemError('invalid_manifest', 'Upload-Metadata has to hold "manifest": JSON in base64.');
  }
  const manifest = parseManifest(photoManifestSchema, text);
  if (manifest.page < manifest.images.length) return manifest;
  throw new ProblemError('invalid_manifest', '"page" has to be one of the images, counted from 0.');
}
