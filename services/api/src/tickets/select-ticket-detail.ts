import { boxSchema } from '@ticket-pros/contracts/box';
import type { TicketDetail, TicketImage } from '@ticket-pros/contracts/ticket';
import type { TicketValue } from '@ticket-pros/contracts/value';
import type { Database, DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { visibleMembersAs } from '@ticket-pros/db/visible-members';
import { visibleTickets, visibleTicketsAs } from '@ticket-pros/db/visible-tickets';
import { ProblemError } from '../problems/problem-error.ts';
import { selectCorrections } from '../read-back/select-corrections.ts';
import { selectTicketSummaries } from './select-ticket-summaries.ts';

/** A ticket with its images and values. Throws `not_found` for an unknown one, a half upload, or one that is not this member's to see. */
export function selectTicketDetail(db: Database, scope: MemberScope, ticketId: string): Promise<TicketDetail> {
  return withMember(db, scope, async (transaction) => {
    const [found] = await selectTicketSummaries(transaction, scope, {
      order: 'newest',
      limit: 1,
      where: (query) =>
        query.and([
          visibleTickets(scope)(query),
          query('tickets.id', '=', ticketId),
          query('tickets.state', 'not in', ['uploading', 'deleted']),
        ]),
    });
    if (found === undefined) throw new ProblemError('not_found');
    const { receivedMicroseconds: _, ...summary } = found;
    const more = await transaction
      .selectFrom('tickets')
      .leftJoin('members', (join) =>
        join
          .onRef('members.account_id', '=', 'tickets.account_id')
          .onRef('members.id', '=', 'tickets.reviewed_by')
          .on(visibleMembersAs(scope, 'members')),
      )
      .select([
        'tickets.upload_id',
        'tickets.reading_number',
        'tickets.approved_at',
        'tickets.replaces_ticket_id',
        'tickets.resubmitted_at',
        'tickets.resubmit_note',
        'tickets.resubmit_answers',
        'members.name as reviewer',
      ])
      .where((query) => visibleTickets(scope)(query))
      .where('tickets.id', '=', ticketId)
      .executeTakeFirstOrThrow();
    return {
      ...summary,
      uploadId: more.upload_id,
      readingNumber: more.reading_number,
      approvedAt: more.approved_at?.toISOString() ?? null,
      reviewedBy: more.reviewer,
      images: await selectImages(transaction, scope, ticketId),
      values: await selectValues(transaction, scope, ticketId),
      replacesTicketId: more.replaces_ticket_id,
      corrections: await selectCorrections(transaction, scope, ticketId),
      resubmission:
        more.resubmitted_at === null
          ? null
          : { at: more.resubmitted_at.toISOString(), note: more.resubmit_note, answers: more.resubmit_answers },
    };
  });
}

async function selectImages(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticketId: string,
): Promise<TicketImage[]> {
  const rows = await transaction
    .selectFrom('images')
    .innerJoin('tickets', (join) =>
      join.onRef('tickets.account_id', '=', 'images.account_id').onRef('tickets.id', '=', 'images.ticket_id'),
    )
    .select((query) => [
      'images.id',
      'images.page',
      'images.width',
      'images.height',
      'images.byte_size',
      'images.sent_sha256',
      'images.stored_sha256',
      'images.has_derivatives',
      // Only twins on tickets that the member sees: another branch's is no answer either.
      query
        .selectFrom('images as twin')
        .innerJoin('tickets as twin_ticket', (join) =>
          join.onRef('twin_ticket.account_id', '=', 'twin.account_id').onRef('twin_ticket.id', '=', 'twin.ticket_id'),
        )
        .select('twin.ticket_id')
        .whereRef('twin.account_id', '=', 'images.account_id')
        .whereRef('twin.stored_sha256', '=', 'images.stored_sha256')
        .whereRef('twin.ticket_id', '<>', 'images.ticket_id')
        .whereRef('twin.id', '<', 'images.id')
        .where('twin.stored_at', 'is not', null)
        .where('twin_ticket.state', 'not in', ['uploading', 'deleted'])
        .where(visibleTicketsAs(scope, 'twin_ticket'))
        .orderBy('twin.id')
        .limit(1)
        .as('duplicate_of'),
    ])
    .where((query) => visibleTickets(scope)(query))
    .where('tickets.id', '=', ticketId)
    .orderBy('images.page')
    .execute();
  return rows.flatMap((row) =>
    row.width === null || row.height === null || row.byte_size === null || row.stored_sha256 === null
      ? []
      : [
          {
            id: row.id,
            page: row.page,
            width: row.width,
            height: row.height,
            byteSize: row.byte_size,
            sentSha256: row.sent_sha256,
            storedSha256: row.stored_sha256,
            hasDerivatives: row.has_derivatives,
            duplicateOfTicketId: row.duplicate_of,
          },
        ],
  );
}

async function selectValues(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  ticketId: string,
): Promise<TicketValue[]> {
  const rows = await transaction
    .selectFrom('ticket_values')
    .innerJoin('tickets', (join) =>
      join
        .onRef('tickets.account_id', '=', 'ticket_values.account_id')
        .onRef('tickets.id', '=', 'ticket_values.ticket_id'),
    )
    // The name of who said so, where the asking member may know it.
    .leftJoin('members', (join) =>
      join
        .onRef('members.account_id', '=', 'ticket_values.account_id')
        .onRef('members.id', '=', 'ticket_values.member_id')
        .on(visibleMembersAs(scope, 'members')),
    )
    .select([
      'ticket_values.field',
      'ticket_values.row_number',
      'ticket_values.printed_text',
      'ticket_values.normalized',
      'ticket_values.confidence',
      'ticket_values.box',
      'ticket_values.source',
      'members.name as member_name',
    ])
    .where((query) => visibleTickets(scope)(query))
    .where('tickets.id', '=', ticketId)
    .orderBy('ticket_values.field')
    .orderBy('ticket_values.row_number')
    .execute();
  return rows.map((row) => ({
    field: row.field,
    row: row.row_number,
    printedText: row.printed_text,
    normalized: row.normalized,
    confidence: row.confidence,
    box: row.box === null ? null : boxSchema.parse(row.box),
    source: row.source,
    memberName: row.member_name,
  }));
}
