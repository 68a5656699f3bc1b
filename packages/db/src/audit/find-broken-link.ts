import { type AuditLink, digestPayload, hashLink } from './audit-link.ts';

/** What follows a link: the next one's previous_hash, or the head's hash after the last. Null where nothing does. */
type Follower = Buffer | null;

/**
 * Says what is wrong with a link, as closely as the hashes can tell, or null where nothing is. `expected` is what it has to carry on from;
 * `follower` tells a changed hash from a changed event.
 */
export function findBrokenLink(
  accountId: string,
  link: AuditLink,
  expected: { number: bigint; previousHash: Buffer },
  follower: Follower,
): string | null {
  const { eventId, event, payloadDigest, previousHash } = link;
  if (link.number !== expected.number) return `it is missing; link ${link.number} comes instead`;
  if (event === null) return `event ${eventId} is gone`;
  const hashWith = (digest: Buffer, previous = previousHash) =>
    hashLink(accountId, link, event, { previousHash: previous, payloadDigest: digest });
  if (!previousHash.equals(expected.previousHash)) {
    return hashWith(payloadDigest, expected.previousHash).equals(link.hash)
      ? 'its previous_hash was changed'
      : 'it does not follow on the link before it (previous_hash): links were exchanged or written anew';
  }
  const written =
    event.salt === null || event.payloadText === null ? null : digestPayload(event.salt, event.payloadText);
  const computed = hashWith(payloadDigest);
  if (computed.equals(link.hash)) {
    return written === null || written.equals(payloadDigest) ? null : `salt or payload of event ${eventId} was changed`;
  }
  if (written !== null && hashWith(written).equals(link.hash)) return 'its payload_digest was changed';
  if (follower?.equals(computed)) return 'its hash was changed';
  return (
    `event ${eventId} was changed: its at, action, actor, member_id, api_key_id, subject_kind or subject_id ` +
    '(or event_id of the link)'
  );
}
