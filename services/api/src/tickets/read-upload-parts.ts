import { createHash } from 'node:crypto';
import type { Multipart } from '@fastify/multipart';
import { type UploadManifest, uploadLimits, uploadManifestSchema } from '@ticket-pros/contracts/upload';
import { ProblemError } from '../problems/problem-error.ts';
import { parseManifest } from './parse-manifest.ts';

type Parts = AsyncIterator<Multipart>;

/** Takes the first part, the manifest. Throws `invalid_manifest` with what is wrong with it. */
export async function readManifest(parts: Parts): Promise<UploadManifest> {
  const { value: part } = await parts.next();
  if (part === undefined || part.type !== 'field' || part.fieldname !== 'manifest') {
    if (part?.type === 'file') part.file.resume();
    throw new ProblemError('invalid_manifest', 'The first part has to be a field named "manifest" that holds JSON.');
  }
  if (typeof part.value !== 'string' || part.valueTruncated) {
    throw new ProblemError('invalid_manifest', 'The manifest has to be JSON text of at most 64 KB.');
  }
  return parseManifest(uploadManifestSchema, part.value);
}

/**
 * Takes the next part, which has to be a photo, whole into memory (unstripped bytes must never touch a disk) and checks its
 * SHA-256. Throws `missing_image`, `unexpected_part`, `image_too_large`, `hash_mismatch`.
 */
export async function readNextImage(parts: Parts, sentSha256: string): Promise<Uint8Array> {
  const { value: part } = await parts.next();
  if (part === undefined) throw new ProblemError('missing_image', 'Fewer photos came than the manifest lists.');
  if (part.type !== 'file' || part.fieldname !== 'image') {
    if (part.type === 'file') part.file.resume();
    throw new ProblemError(
      'unexpected_part',
      `"${(part.fieldname ?? '').slice(0, 40)}" came where a file part "image" should be.`,
    );
  }
  const chunks: Uint8Array[] = [];
  const hash = createHash('sha256');
  for await (const chunk of part.file) {
    hash.update(chunk);
    chunks.push(chunk);
  }
  if (part.file.truncated) {
    throw new ProblemError('image_too_large', `A photo may have ${uploadLimits.bytesPerImage / 1024 / 1024} MB.`);
  }
  if (hash.digest('hex') !== sentSha256) throw new ProblemError('hash_mismatch');
  return Buffer.concat(chunks);
}

/** Throws `unexpected_part` when anything follows the photos that the manifest lists. */
export async function expectNoMoreParts(parts: Parts): Promise<void> {
  const { value: part } = await parts.next();
  if (part === undefined) return;
  if (part.type === 'file') part.file.resume();
  throw new ProblemError('unexpected_part', 'More photos came than the manifest lists.');
}
