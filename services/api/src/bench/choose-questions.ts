import type { Client } from 'pg';
import { writeCursor } from '../tickets/page-cursor.ts';
import type { ListQuestion } from './list-questions.ts';
import type { ListAsker } from './load-lists.ts';

/** What is measured for somebody: pages that begin, and filters that hit, in the middle of what it sees. */
export async function chooseQuestions(
  owner: Client,
  { scope, memberIds, someMemberId }: ListAsker,
): Promise<ListQuestion[]> {
  const seen = [scope.accountId, memberIds];
  const { rows } = await owner.query<{ id: string; at: string; microseconds: string; day: string; text: string }>(
    `select t.id, t.received_at::text as at, (extract(epoch from t.received_at) * 1000000)::bigint::text as microseconds,
       (t.received_at at time zone 'America/Chicago')::date::text as day, v.normalized as text
     from tickets t join ticket_values v on v.account_id = t.account_id and v.ticket_id = t.id and v.field = 'ticket_number'
     where t.account_id = $1 and t.member_id = any ($2::uuid[]) and t.state not in ('uploading', 'deleted')
     order by t.received_at offset (
       select count(*) / 2 from tickets where account_id = $1 and member_id = any ($2::uuid[]) and state not in ('uploading', 'deleted')
     ) limit 1`,
    seen,
  );
  const [middle] = rows;
  if (middle === undefined) throw new Error('this member sees no ticket');
  const week = new Date(Date.parse(middle.day) + 6 * 24 * 60 * 60_000).toISOString().slice(0, 10);
  const cursor = {
    place: writeCursor({ receivedMicroseconds: Number(middle.microseconds), id: middle.id }),
    receivedAt: middle.at,
    id: middle.id,
  };
  const question = (name: string, rest: Partial<ListQuestion> = {}): ListQuestion => ({
    name,
    filter: {},
    order: 'newest',
    cursor: undefined,
    counts: false,
    ...rest,
  });
  return [
    question('newest page'),
    question('page by cursor', { cursor }),
    question('oldest page', { order: 'oldest' }),
    question('state', { filter: { state: ['needs_review'] } }),
    question('rare state', { filter: { state: ['unreadable'] } }),
    question('member', { filter: { memberId: someMemberId } }),
    question('a week', { filter: { receivedFrom: middle.day, receivedTo: week } }),
    question('search: one number', { filter: { search: middle.text } }),
    question('search: a company', { filter: { search: 'coastal paving' } }),
    question('counts', { counts: true }),
    question('counts of a search', { counts: true, filter: { search: 'coastal paving' } }),
  ];
}
