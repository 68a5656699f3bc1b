import type { Client } from 'pg';
import { type AuditHead, firstHash } from './audit-link.ts';
import { findBrokenLink } from './find-broken-link.ts';
import { countEvents, findUnchainedEvent, readHead, readLinks } from './read-audit-log.ts';

export type AuditReport = {
  accountId: string;
  events: number;
  links: number;
  /** Events whose payload was erased. */
  erased: number;
  /** The last link, to be kept elsewhere and compared later. */
  head: AuditHead | null;
  /** The first link that is wrong, and how; null where the log is intact. */
  broken: string | null;
};

/**
 * Checks an account's audit log by computing its chain anew from the rows. `kept` is a head that an earlier check saw: whoever may write every
 * table could write a whole new chain, which only that shows. Run it in a transaction that sees one state of the database.
 */
export async function verifyAudit(owner: Client, accountId: string, kept?: AuditHead): Promise<AuditReport> {
  const head = await readHead(owner, accountId);
  const counts = await countEvents(owner, accountId);
  const report: AuditReport = { accountId, ...counts, links: 0, head, broken: null };
  let expected: { number: bigint; previousHash: Buffer } = { number: 1n, previousHash: firstHash };
  const links = readLinks(owner, accountId);
  let { value: link } = await links.next();
  while (link !== undefined) {
    const { value: following } = await links.next();
    const follower = following?.previousHash ?? head?.hash ?? null;
    const problem = findBrokenLink(accountId, link, expected, follower) ?? compareKept(link, kept);
    if (problem !== null) {
      await links.return(undefined);
      return { ...report, broken: `link ${expected.number}: ${problem}` };
    }
    report.links += 1;
    expected = { number: link.number + 1n, previousHash: link.hash };
    link = following;
  }
  const last = { number: expected.number - 1n, hash: expected.previousHash };
  return { ...report, broken: compareEnd(last, head, kept) ?? (await findUnchained(owner, accountId)) };
}

function compareKept({ number, hash }: AuditHead, kept: AuditHead | undefined): string | null {
  if (kept === undefined || kept.number !== number || kept.hash.equals(hash)) return null;
  return 'its hash is not the one that was kept: the chain was written anew up to here';
}

function compareEnd(last: AuditHead, head: AuditHead | null, kept: AuditHead | undefined): string | null {
  const { number = 0n, hash = firstHash } = head ?? {};
  if (number > last.number) return `link ${last.number + 1n}: the end was cut off; the head says ${number} links`;
  if (number < last.number || !hash.equals(last.hash))
    return `link ${last.number}: the head was changed (number or hash)`;
  if (kept !== undefined && kept.number > last.number) {
    return `link ${last.number + 1n}: the end was cut off; ${kept.number} links were kept`;
  }
  return null;
}

async function findUnchained(owner: Client, accountId: string): Promise<string | null> {
  const eventId = await findUnchainedEvent(owner, accountId);
  return eventId === null ? null : `event ${eventId} stands in no link`;
}
