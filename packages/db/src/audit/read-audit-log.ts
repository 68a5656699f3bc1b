import type { Client } from 'pg';
import { z } from 'zod';
import type { AuditHead, AuditLink } from './audit-link.ts';

const batchSize = 1000;
const bytes = z.instanceof(Buffer);
const wholeNumber = z.string().transform(BigInt);

const linkSchema = z.object({
  number: wholeNumber,
  event_id: z.uuid(),
  payload_digest: bytes,
  previous_hash: bytes,
  hash: bytes,
  id: z.uuid().nullable(),
  at: z.string().nullable(),
  action: z.string().nullable(),
  actor: z.string().nullable(),
  member_id: z.uuid().nullable(),
  api_key_id: z.uuid().nullable(),
  subject_kind: z.string().nullable(),
  subject_id: z.uuid().nullable(),
  salt: bytes.nullable(),
  payload: z.string().nullable(),
});

/** The links of an account in order with their events, a batch in memory at a time. Needs an open transaction. */
export async function* readLinks(owner: Client, accountId: string): AsyncGenerator<AuditLink, undefined> {
  await owner.query(
    `declare audit_links no scroll cursor for
     select c.number::text, c.event_id, c.payload_digest, c.previous_hash, c.hash,
       e.id, (extract(epoch from e.at) * 1000000)::bigint::text as at, e.action, e.actor, e.member_id, e.api_key_id,
       e.subject_kind, e.subject_id, e.salt, e.payload::text
     from audit_chain c left join audit_events e on e.account_id = c.account_id and e.id = c.event_id
     where c.account_id = ${owner.escapeLiteral(accountId)} order by c.number`,
  );
  try {
    for (;;) {
      const { rows } = await owner.query(`fetch ${batchSize} from audit_links`);
      for (const row of rows) yield toLink(linkSchema.parse(row));
      if (rows.length < batchSize) return;
    }
  } finally {
    await owner.query('close audit_links');
  }
}

function toLink(row: z.output<typeof linkSchema>): AuditLink {
  const { at, action, actor } = row;
  return {
    number: row.number,
    eventId: row.event_id,
    payloadDigest: row.payload_digest,
    previousHash: row.previous_hash,
    hash: row.hash,
    event:
      at === null || action === null || actor === null
        ? null
        : {
            atMicroseconds: at,
            action,
            actor,
            memberId: row.member_id,
            apiKeyId: row.api_key_id,
            subjectKind: row.subject_kind,
            subjectId: row.subject_id,
            salt: row.salt,
            payloadText: row.payload,
          },
  };
}

/** Every account that has something of an audit log. */
export async function listAuditedAccounts(owner: Client): Promise<string[]> {
  const { rows } = await owner.query(
    `select id from accounts a
     where exists (select 1 from audit_events where account_id = a.id)
       or exists (select 1 from audit_chain where account_id = a.id)
       or exists (select 1 from audit_heads where account_id = a.id)
     order by id`,
  );
  return z
    .array(z.object({ id: z.uuid() }))
    .parse(rows)
    .map(({ id }) => id);
}

export async function readHead(owner: Client, accountId: string): Promise<AuditHead | null> {
  const { rows } = await owner.query('select number::text, hash from audit_heads where account_id = $1', [accountId]);
  const [head] = z.array(z.object({ number: wholeNumber, hash: bytes })).parse(rows);
  return head ?? null;
}

export async function countEvents(owner: Client, accountId: string): Promise<{ events: number; erased: number }> {
  const { rows } = await owner.query(
    `select count(*)::int as events, count(*) filter (where payload is null)::int as erased
     from audit_events where account_id = $1`,
    [accountId],
  );
  return z.object({ events: z.int(), erased: z.int() }).parse(rows[0]);
}

/** An event that was written past the chain, if there is one. */
export async function findUnchainedEvent(owner: Client, accountId: string): Promise<string | null> {
  const { rows } = await owner.query(
    `select id from audit_events e where account_id = $1
       and not exists (select 1 from audit_chain c where c.account_id = e.account_id and c.event_id = e.id) limit 1`,
    [accountId],
  );
  const [found] = z.array(z.object({ id: z.uuid() })).parse(rows);
  return found?.id ?? null;
}
