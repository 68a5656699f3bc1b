import { z } from 'zod';
import type { AuditHead } from './audit-link.ts';
import type { AuditReport } from './verify-audit.ts';

/** One line of the answer for each account. What it says of the head can be kept and given to a later check. */
export function writeAuditReport({ accountId, events, links, erased, head, broken }: AuditReport): string {
  if (broken !== null) return `${accountId}: BROKEN at ${broken}. ${events} events.`;
  if (head === null) return `${accountId}: empty. 0 events.`;
  const end = `${head.number} ${head.hash.toString('hex')}`;
  return `${accountId}: intact. ${events} events, chain of ${links}, ${erased} payloads erased. Head ${end}`;
}

const keptLine = /^([0-9a-f-]{36}): intact\. .* Head (\d+) ([0-9a-f]{64})$/;

/** The heads in an earlier answer, by account. */
export function readKeptHeads(text: string): Map<string, AuditHead> {
  const heads = new Map<string, AuditHead>();
  for (const line of text.split(/\r?\n/)) {
    const [, account, number, hash] = keptLine.exec(line) ?? [];
    if (account === undefined || number === undefined || hash === undefined) continue;
    heads.set(z.uuid().parse(account), { number: BigInt(number), hash: Buffer.from(hash, 'hex') });
  }
  return heads;
}
