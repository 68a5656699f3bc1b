import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import type { SeenMembers } from '@ticket-pros/db/find-seen-members';
import type { Schema } from '@ticket-pros/db/schema';
import type { MemberScope } from '@ticket-pros/db/scope';
import { visibleMembersAs } from '@ticket-pros/db/visible-members';
import { visibleTicketsAs } from '@ticket-pros/db/visible-tickets';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

export type TicketOrder = 'newest' | 'oldest';

type Selection = {
  where: (query: ExpressionBuilder<Schema, 'tickets'>) => Expression<SqlBool>;
  order: TicketOrder;
  limit: number;
  /** Whom the member sees, where that is known already. */
  seen?: SeenMembers | undefined;
};

/** A summary, and its place in the order for keyset paging (the exact time, which a JavaScript Date can't hold). */
export type PlacedSummary = TicketSummary & { receivedMicroseconds: number };

/** Ticket summaries as lists, exports and the review show them. `where` names the tickets that the member sees. */
export async function selectTicketSummaries(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  { where, order, limit, seen }: Selection,
): Promise<PlacedSummary[]> {
  const direction = order === 'newest' ? 'desc' : 'asc';
  const rows = await transaction
    // The page first: what belongs to its tickets is looked up for those alone, whatever the planner thinks how many there are.
    .selectFrom((query) =>
      query
        .selectFrom('tickets')
        .selectAll('tickets')
        .where(where)
        .orderBy('tickets.received_at', direction)
        .orderBy('tickets.id', direction)
        .limit(limit)
        .as('tickets'),
    )
    .innerJoinLateral(
      (query) =>
        query
          .selectFrom('members')
          .select('members.name as member_name')
          .whereRef('members.account_id', '=', 'tickets.account_id')
          .whereRef('members.id', '=', 'tickets.member_id')
          .where(visibleMembersAs(scope, 'members', seen))
          .limit(1)
          .as('captured_by'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (query) =>
        query
          .selectFrom('images')
          .select([
            sql<number>`count(*)::integer`.as('image_count'),
            sql<string>`(array_agg(images.id order by images.page))[1]`.as('first_image_id'),
            sql<boolean>`coalesce(bool_or(images.has_derivatives) filter (where images.page = 0), false)`.as(
              'has_thumbnail',
            ),
            sql<boolean>`coalesce(bool_or(${earlierTwin(scope, seen)}), false)`.as('is_duplicate'),
          ])
          .whereRef('images.account_id', '=', 'tickets.account_id')
          .whereRef('images.ticket_id', '=', 'tickets.id')
          .as('pages'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (query) =>
        query
          .selectFrom('ticket_values')
          .select([
            normalizedOf('ticket_number'),
            normalizedOf('date'),
            normalizedOf('company'),
            normalizedOf('customer'),
            normalizedOf('quantity'),
            normalizedOf('unit'),
            normalizedOf('net_weight'),
            normalizedOf('total'),
            sql<number | null>`min(confidence) filter (where normalized is not null)`.as('lowest_confidence'),
          ])
          .whereRef('ticket_values.account_id', '=', 'tickets.account_id')
          .whereRef('ticket_values.ticket_id', '=', 'tickets.id')
          .as('read'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('tickets as newer')
          .select('newer.id as replaced_by')
          .whereRef('newer.account_id', '=', 'tickets.account_id')
          .whereRef('newer.replaces_ticket_id', '=', 'tickets.id')
          .where('newer.state', 'not in', ['uploading', 'deleted'])
          .where(visibleTicketsAs(scope, 'newer', seen))
          .orderBy('newer.id', 'desc')
          .limit(1)
          .as('replacement'),
      (join) => join.onTrue(),
    )
    .select([
      'tickets.id',
      'tickets.state',
      'tickets.ticket_type',
      'tickets.version',
      'tickets.member_id',
      'captured_by.member_name',
      'tickets.received_at',
      sql<string>`(extract(epoch from tickets.received_at) * 1000000)::bigint`.as('received_microseconds'),
      'tickets.updated_at',
      'tickets.failure_code',
      'tickets.reject_reason',
      'tickets.approved_itself',
      'tickets.is_sample',
      'tickets.confirmed_by_crew_at',
      'replacement.replaced_by',
      isCorrectedByOthers.as('is_corrected'),
      'pages.image_count',
      'pages.first_image_id',
      'pages.has_thumbnail',
      'pages.is_duplicate',
      'read.ticket_number',
      'read.date',
      'read.company',
      'read.customer',
      'read.quantity',
      'read.unit',
      'read.net_weight',
      'read.total',
      'read.lowest_confidence',
    ])
    .orderBy('tickets.received_at', direction)
    .orderBy('tickets.id', direction)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    ticketType: row.ticket_type,
    version: row.version,
    capturedBy: { memberId: row.member_id, name: row.member_name },
    receivedAt: row.received_at.toISOString(),
    receivedMicroseconds: Number(row.received_microseconds),
    updatedAt: row.updated_at.toISOString(),
    imageCount: row.image_count,
    firstImageId: row.first_image_id,
    hasThumbnail: row.has_thumbnail,
    failure: row.failure_code,
    rejectReason: row.reject_reason,
    approvedItself: row.approved_itself,
    isSample: row.is_sample,
    confirmedByCrewAt: row.confirmed_by_crew_at?.toISOString() ?? null,
    replacedByTicketId: row.replaced_by,
    isCorrected: row.is_corrected,
    isDuplicate: row.is_duplicate,
    ticketNumber: row.ticket_number,
    date: row.date,
    company: row.company,
    customer: row.customer,
    quantity: row.quantity,
    unit: row.unit,
    netWeight: row.net_weight,
    total: row.total,
    lowestConfidence: row.lowest_confidence,
  }));
}

function normalizedOf<Name extends string>(field: Name) {
  return sql<string | null>`max(normalized) filter (where field = ${field})`.as(field);
}

/** Whether the same picture came before with another ticket that the asking member sees. */
const earlierTwin = (scope: MemberScope, seen: SeenMembers | undefined) => sql<boolean>`exists (
  select 1 from images twin
  join tickets twin_ticket on twin_ticket.account_id = twin.account_id and twin_ticket.id = twin.ticket_id
  where twin.account_id = images.account_id and twin.stored_sha256 = images.stored_sha256
    and twin.ticket_id <> images.ticket_id and twin.id < images.id and twin.stored_at is not null
    and twin_ticket.state not in ('uploading', 'deleted') and ${visibleTicketsAs(scope, 'twin_ticket', seen)}
)`;

/** Whether somebody else than the member whose ticket it is changed a value. Corrections are seen with their ticket. */
const isCorrectedByOthers = sql<boolean>`exists (
  select 1 from corrections
  where corrections.account_id = tickets.account_id and corrections.ticket_id = tickets.id
    and corrections.member_id <> tickets.member_id
)`;
