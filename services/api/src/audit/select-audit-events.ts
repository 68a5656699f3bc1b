import type { AuditEvent, AuditFilter, AuditSubjectKind } from '@ticket-pros/contracts/audit';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { Schema } from '@ticket-pros/db/schema';
import type { MemberScope } from '@ticket-pros/db/scope';
import { seenByOwners } from '@ticket-pros/db/seen-by-owners';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Place } from '../tickets/page-cursor.ts';
import { startOfDay } from '../tickets/start-of-day.ts';

/** An event, and its place in the log for keyset paging (the exact time, which a JavaScript Date can't hold). */
export type PlacedEvent = { event: AuditEvent; place: Place };

type Wanted = { filter: AuditFilter; after: Place | undefined; limit: number };

/** Events of the account's audit log, newest first, for an owner; nothing for anybody else. */
export async function selectAuditEvents(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  { filter, after, limit }: Wanted,
): Promise<PlacedEvent[]> {
  const rows = await transaction
    .selectFrom('audit_events')
    .leftJoin('members', (join) =>
      join
        .onRef('members.account_id', '=', 'audit_events.account_id')
        .onRef('members.id', '=', 'audit_events.member_id'),
    )
    .select((query) => [
      'audit_events.id',
      'audit_events.at',
      'audit_events.action',
      'audit_events.actor',
      'audit_events.member_id',
      'audit_events.api_key_id',
      'audit_events.subject_kind',
      'audit_events.subject_id',
      'audit_events.payload',
      'members.name as member_name',
      nameOfSubject(query).as('subject_name'),
      sql<string>`(extract(epoch from audit_events.at) * 1000000)::bigint`.as('microseconds'),
    ])
    .where(seenByOwners(scope, 'audit_events'))
    .where(filterEvents(scope, filter))
    .$if(after !== undefined, (query) => query.where(after === undefined ? sql<SqlBool>`true` : comesAfter(after)))
    .orderBy('audit_events.at', 'desc')
    .orderBy('audit_events.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const { address = null, device = null, ...payload } = row.payload ?? {};
    return {
      place: { receivedMicroseconds: Number(row.microseconds), id: row.id },
      event: {
        id: row.id,
        at: row.at.toISOString(),
        action: row.action,
        actor: row.actor,
        member: row.member_id === null ? null : { id: row.member_id, name: row.member_name ?? '' },
        apiKeyId: row.api_key_id,
        subject:
          row.subject_kind === null || row.subject_id === null
            ? null
            : { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
        address: textOrNull(address),
        device: textOrNull(device),
        payload: row.payload === null ? null : payload,
      },
    };
  });
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function comesAfter({ receivedMicroseconds, id }: Place) {
  return sql<SqlBool>`(audit_events.at, audit_events.id) < (
    'epoch'::timestamptz + ${receivedMicroseconds}::bigint * interval '1 microsecond', ${id}::uuid
  )`;
}

function filterEvents(scope: MemberScope, { memberId, action, subjectId, from, to }: AuditFilter) {
  return (query: ExpressionBuilder<Schema, 'audit_events'>): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = [];
    if (memberId !== undefined) conditions.push(query('audit_events.member_id', '=', memberId));
    if (action !== undefined) conditions.push(query('audit_events.action', '=', action));
    if (subjectId !== undefined) conditions.push(query('audit_events.subject_id', '=', subjectId));
    if (from !== undefined) conditions.push(query('audit_events.at', '>=', startOfDay(scope, from, 0)));
    if (to !== undefined) conditions.push(query('audit_events.at', '<', startOfDay(scope, to, 1)));
    return query.and(conditions);
  };
}

/** What people call the subject, where it has a name; each is found by its key. */
function nameOfSubject(query: ExpressionBuilder<Schema, 'audit_events'>) {
  const isKind = (kind: AuditSubjectKind) => query('audit_events.subject_kind', '=', kind);
  return query
    .case()
    .when(isKind('member'))
    .then(
      query
        .selectFrom('members as subject')
        .select('subject.name')
        .whereRef('subject.account_id', '=', 'audit_events.account_id')
        .whereRef('subject.id', '=', 'audit_events.subject_id'),
    )
    .when(isKind('privacy_request'))
    .then(
      query
        .selectFrom('privacy_requests as subject')
        .innerJoin('members as asking', (join) =>
          join.onRef('asking.account_id', '=', 'subject.account_id').onRef('asking.id', '=', 'subject.member_id'),
        )
        .select('asking.name')
        .whereRef('subject.account_id', '=', 'audit_events.account_id')
        .whereRef('subject.id', '=', 'audit_events.subject_id'),
    )
    .when(isKind('api_key'))
    .then(
      query
        .selectFrom('api_keys as subject')
        .select('subject.name')
        .whereRef('subject.account_id', '=', 'audit_events.account_id')
        .whereRef('subject.id', '=', 'audit_events.subject_id'),
    )
    .when(isKind('invitation'))
    .then(
      query
        .selectFrom('invitations as subject')
        .select(sql<string | null>`coalesce(subject.name, subject.email)`.as('name'))
        .whereRef('subject.account_id', '=', 'audit_events.account_id')
        .whereRef('subject.id', '=', 'audit_events.subject_id'),
    )
    .when(isKind('account'))
    .then(
      query
        .selectFrom('accounts as subject')
        .select('subject.name')
        .whereRef('subject.id', '=', 'audit_events.account_id'),
    )
    .end();
}
