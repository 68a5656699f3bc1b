import type { TicketFilter } from '@ticket-pros/contracts/ticket';
import type { Database } from '@ticket-pros/db/connect-database';
import { withMember } from '@ticket-pros/db/scope';
import { CompiledQuery } from 'kysely';
import { countByState } from '../tickets/count-by-state.ts';
import { listTicketPage } from '../tickets/list-ticket-page.ts';
import type { ListAsker } from './load-lists.ts';

/** What people ask of the list, as the routes do it. */
export type ListQuestion = {
  name: string;
  filter: TicketFilter;
  order: 'newest' | 'oldest';
  /** Where the page begins; undefined begins with the first one. */
  cursor: { place: string; receivedAt: string; id: string } | undefined;
  counts: boolean;
};

const limit = 50;

/** Asks as the API does. Answers what identifies the rows, in order. */
export async function askApi(db: Database, { scope }: ListAsker, question: ListQuestion): Promise<string[]> {
  const { filter, order, cursor } = question;
  if (question.counts) {
    const counts = await countByState(db, scope, filter);
    return [...counts].map(([state, count]) => `${state} ${count}`).sort();
  }
  const { tickets } = await listTicketPage(db, scope, { filter, order, cursor: cursor?.place, limit });
  return tickets.map(({ id }) => id);
}

/** The same asked by hand: who is visible and what a day is are known beforehand, and nothing in the database looks who asks. */
export async function askByHand(unguarded: Database, asker: ListAsker, question: ListQuestion): Promise<string[]> {
  const { sql, parameters } = writeByHand(asker, question);
  const { rows } = await withMember(unguarded, asker.scope, (transaction) =>
    transaction.executeQuery<{ id: string }>(CompiledQuery.raw(sql, parameters)),
  );
  const ids = rows.slice(0, limit).map(({ id }) => id);
  return question.counts ? ids.sort() : ids;
}

/** The query of askByHand. */
export function writeByHand({ scope, memberIds }: ListAsker, { filter, order, cursor, counts }: ListQuestion) {
  const parameters: unknown[] = [];
  const value = (one: unknown) => `$${parameters.push(one)}`;
  const where = [`t.account_id = ${value(scope.accountId)}`, `t.state not in ('uploading', 'deleted')`];
  if (!scope.seesAccount) where.push(`t.member_id = any (${value(memberIds)}::uuid[])`);
  if (filter.state !== undefined) where.push(`t.state = any (${value(filter.state)})`);
  if (filter.memberId !== undefined) where.push(`t.member_id = ${value(filter.memberId)}`);
  if (filter.receivedFrom !== undefined)
    where.push(`t.received_at >= ${value(filter.receivedFrom)}::date::timestamp at time zone 'America/Chicago'`);
  if (filter.receivedTo !== undefined)
    where.push(`t.received_at < (${value(filter.receivedTo)}::date + 1)::timestamp at time zone 'America/Chicago'`);
  if (filter.search !== undefined) {
    where.push(`t.id in (select v.ticket_id from ticket_values v
      where v.account_id = ${value(scope.accountId)} and v.normalized ilike ${value(`%${filter.search}%`)})`);
  }
  if (counts) {
    const sql = `select state || ' ' || count(*) as id from tickets t where ${where.join(' and ')} group by state`;
    return { sql, parameters };
  }
  if (cursor !== undefined) {
    const compare = order === 'newest' ? '<' : '>';
    where.push(
      `(t.received_at, t.id) ${compare} (${value(cursor.receivedAt)}::timestamptz, ${value(cursor.id)}::uuid)`,
    );
  }
  const direction = order === 'newest' ? 'desc' : 'asc';
  const sql = `
    select t.id, t.state, t.ticket_type, t.version, t.member_id, m.name, t.received_at, t.updated_at, t.failure_code, t.reject_reason,
      pages.*, read.*
    from tickets t
    join members m on m.account_id = t.account_id and m.id = t.member_id
    cross join lateral (
      select count(*)::integer, (array_agg(i.id order by i.page))[1],
        coalesce(bool_or(i.has_derivatives) filter (where i.page = 0), false),
        coalesce(bool_or(exists (
          select 1 from images twin join tickets tt on tt.account_id = twin.account_id and tt.id = twin.ticket_id
          where twin.account_id = i.account_id and twin.stored_sha256 = i.stored_sha256 and twin.ticket_id <> i.ticket_id
            and twin.id < i.id and twin.stored_at is not null and tt.state not in ('uploading', 'deleted')
        )), false)
      from images i where i.account_id = t.account_id and i.ticket_id = t.id
    ) pages
    cross join lateral (
      select max(normalized) filter (where field = 'ticket_number'), max(normalized) filter (where field = 'date'),
        max(normalized) filter (where field = 'company'), max(normalized) filter (where field = 'customer'),
        max(normalized) filter (where field = 'quantity'), max(normalized) filter (where field = 'unit'),
        max(normalized) filter (where field = 'net_weight'), max(normalized) filter (where field = 'total'),
        min(confidence) filter (where normalized is not null)
      from ticket_values v where v.account_id = t.account_id and v.ticket_id = t.id
    ) read
    where ${where.join(' and ')}
    order by t.received_at ${direction}, t.id ${direction} limit ${limit + 1}`;
  return { sql, parameters };
}
