import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { MailSecret } from '@ticket-pros/config/mail-settings';
import { type MailContent, mailContentSchema } from './mail-content.ts';

const cipher = 'aes-256-gcm';
const version = 1;
const keyIdBytes = 8;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + keyIdBytes + nonceBytes + tagBytes;

/** Thrown when no secret at hand opens a mail: the secret was changed without keeping the previous one, or the row was touched. */
export class MailSealError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MailSealError';
  }
}

/**
 * Seals a mail for the row with this id, with AES-256-GCM under a key derived from the secret. The envelope is: version, id of the
 * key, nonce, tag, ciphertext. The row's id is sealed in, so that a content moved to another row does not open.
 */
export function sealMail(secret: MailSecret, mailId: string, content: MailContent): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, derive(secret.current, 'seal', 32), nonce).setAAD(Buffer.from(mailId));
  const text = Buffer.concat([
    sealing.update(JSON.stringify(mailContentSchema.parse(content)), 'utf8'),
    sealing.final(),
  ]);
  return Buffer.concat([Buffer.of(version), keyIdOf(secret.current), nonce, sealing.getAuthTag(), text]);
}

/** Opens what `sealMail` sealed for the row with this id. Throws MailSealError. */
export function openMail(secret: MailSecret, mailId: string, sealed: Buffer): MailContent {
  if (sealed.byteLength < headerBytes || sealed[0] !== version) throw new MailSealError('not a sealed mail');
  const [keyId, nonce, tag, text] = split(sealed.subarray(1), [keyIdBytes, nonceBytes, tagBytes]);
  const fitting = [secret.current, secret.previous].find((one) => one !== null && keyIdOf(one).equals(keyId));
  if (fitting === undefined || fitting === null)
    throw new MailSealError('sealed with a secret that is not set any more');
  const opening = createDecipheriv(cipher, derive(fitting, 'seal', 32), nonce, { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(mailId)).setAuthTag(tag);
  let opened: string;
  try {
    opened = Buffer.concat([opening.update(text), opening.final()]).toString('utf8');
  } catch {
    throw new MailSealError('the sealed mail was changed');
  }
  return mailContentSchema.parse(JSON.parse(opened));
}

function derive(secret: string, purpose: 'seal' | 'key id', bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `ticket-pros mail ${purpose}`, bytes));
}

/** Tells keys apart in the envelope, and nothing about them. */
function keyIdOf(secret: string): Buffer {
  return derive(secret, 'key id', keyIdBytes);
}

function split(bytes: Buffer, [first, second, third]: [number, number, number]): [Buffer, Buffer, Buffer, Buffer] {
  return [
    bytes.subarray(0, first),
    bytes.subarray(first, first + second),
    bytes.subarray(first + second, first + second + third),
    bytes.subarray(first + second + third),
  ];
}
