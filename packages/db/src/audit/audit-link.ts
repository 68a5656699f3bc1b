import { createHash } from 'node:crypto';

/** A link of an account's chain as it stands in the database, with the event that it is about. */
export type AuditLink = {
  number: bigint;
  eventId: string;
  payloadDigest: Buffer;
  previousHash: Buffer;
  hash: Buffer;
  /** Null where the event is gone. */
  event: AuditLinkEvent | null;
};

export type AuditLinkEvent = {
  atMicroseconds: string;
  action: string;
  actor: string;
  memberId: string | null;
  apiKeyId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  /** Both null once the payload was erased. */
  salt: Buffer | null;
  /** As the database writes it, because the digest is over that text. */
  payloadText: string | null;
};

/** How many links there are, and the last one's hash. */
export type AuditHead = Pick<AuditLink, 'number' | 'hash'>;

/** What a chain begins with. */
export const firstHash = Buffer.alloc(32);

/** The digest that stays when salt and payload go: sha256(salt, payload). */
export function digestPayload(salt: Buffer, payloadText: string): Buffer {
  return createHash('sha256').update(salt).update(payloadText, 'utf8').digest();
}

/** sha256(previous hash, the event without its payload, the payload's digest), as app.chain_audit_event() writes it. */
export function hashLink(
  accountId: string,
  { number, eventId }: Pick<AuditLink, 'number' | 'eventId'>,
  event: AuditLinkEvent,
  { previousHash, payloadDigest }: Pick<AuditLink, 'previousHash' | 'payloadDigest'>,
): Buffer {
  const text = [
    accountId,
    number,
    eventId,
    event.atMicroseconds,
    event.action,
    event.actor,
    event.memberId ?? '-',
    event.apiKeyId ?? '-',
    event.subjectKind ?? '-',
    event.subjectId ?? '-',
  ].join('|');
  return createHash('sha256').update(previousHash).update(text, 'utf8').update(payloadDigest).digest();
}
