import { createHmac, hkdfSync } from 'node:crypto';

/** Hashes under a key, so that names, addresses and device ids can be compared in the database and not be read from it. */
export type HashSecretly = (purpose: string, text: string) => string;

/** The keyed hash of this installation; its key comes from AUTH_SECRET and serves nothing else. */
export function hashSecretlyWith(secret: string): HashSecretly {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'ticket-pros sign-in hashes', 32));
  return (purpose, text) => createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url');
}
