import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Which piece it is: a piece that lies in another one's place does not open. */
type PieceOf = { imageId: string; start: number };

/** A key for the pieces of one photo. */
export function makeSealKey(): Buffer {
  return randomBytes(32);
}

/** Encrypts bytes of a photo whose metadata is still in it: nonce, sealed bytes, tag. */
export function sealPiece(key: Uint8Array, { imageId, start }: PieceOf, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(`${imageId}:${start}`));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes of a piece. Throws when it was changed, or is another one than it should be. */
export function openPiece(key: Uint8Array, { imageId, start }: PieceOf, sealed: Uint8Array): Buffer {
  const end = sealed.byteLength - tagBytes;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes))
    .setAAD(Buffer.from(`${imageId}:${start}`))
    .setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, end)), decipher.final()]);
}
