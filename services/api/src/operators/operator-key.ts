import { createHash, randomBytes } from 'node:crypto';

/** A new key, to be shown once; the database keeps its hash. */
export function makeOperatorKey(): string {
  return `tpo_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 of an operator's key, as it is stored. */
export function hashOperatorKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
