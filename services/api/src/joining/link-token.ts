import { createHash, randomBytes } from 'node:crypto';
import { joiningPages } from '@ticket-pros/contracts/invitation';

/** The secret of a link (256 random bits, so that no slow hash is needed), and what the database knows of it. */
export type LinkToken = { token: string; hash: Buffer };

/** A new secret for a link. */
export function makeLinkToken(): LinkToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashLinkToken(token) };
}

/** SHA-256 of a link's secret, as it is stored. */
export function hashLinkToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The address of a page with the secret behind `#`: browsers send that part to no server. */
export function linkWith(publicUrl: string, page: keyof typeof joiningPages, token: string): string {
  return `${new URL(joiningPages[page], publicUrl).href}#${token}`;
}
