import {
  type AskForRereading,
  askForRereadingSchema,
  mostRereadTickets,
  rereadingSchema,
} from '@ticket-pros/contracts/rereading';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { visibleTickets } from '@ticket-pros/db/visible-tickets';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { readAgainJobId } from '@ticket-pros/queue/job-catalogue';
import { sql } from 'kysely';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { enqueueAfterCommit } from '../queue/enqueue-after-commit.ts';
import { filterTickets } from '../tickets/filter-tickets.ts';
import { selectRereadings } from './select-rereadings.ts';

/**
 * POST /v1/rereadings: reads open tickets again, with what was learned since. Those that the member does not see, or that are decided, are
 * not among them. Values that members set stay.
 */
export function askForRereading(app: Api, { db, queue }: ApiParts): void {
  app.post(
    '/v1/rereadings',
    {
      config: { access: { who: 'members', roles: ['owner', 'office'], key: 'tickets.review' } },
      schema: {
        tags: ['Learning'],
        summary: 'Read tickets again together',
        body: askForRereadingSchema,
        response: { 201: rereadingSchema },
      },
    },
    async (request, reply) => {
      const { scope } = askerOf(request);
      const rereading = await withMember(db, scope, async (transaction) => {
        const id = await insertRereading(transaction, scope, request.body);
        const [made] = await selectRereadings(transaction, scope, id);
        if (made === undefined || made.tickets === 0) {
          throw new ProblemError(
            'not_found',
            'None of these tickets is open. Only tickets that wait for review, or that could not be read, are read again.',
          );
        }
        await writeAudit(transaction, scope, {
          action: 'rereading.asked',
          subject: { kind: 'rereading', id },
          payload: { tickets: made.tickets },
        });
        return made;
      });
      const payload = { accountId: scope.accountId, rereadingId: rereading.id };
      const jobId = readAgainJobId(rereading.id);
      await enqueueAfterCommit(queue, request.log, { name: 'read-again', payload, jobId, noun: 'rereading' });
      return reply.code(201).send(rereading);
    },
  );
}

async function insertRereading(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  asked: AskForRereading,
): Promise<string> {
  const { id } = await transaction
    .insertInto('rereadings')
    .values({ account_id: scope.accountId, asked_by: scope.memberId })
    .returning('id')
    .executeTakeFirstOrThrow();
  const open = transaction
    .selectFrom('tickets')
    .where('tickets.state', 'in', ['needs_review', 'failed'])
    .where((query) =>
      'ticketIds' in asked
        ? query.and([visibleTickets(scope)(query), query('tickets.id', 'in', asked.ticketIds)])
        : filterTickets(scope, {
            state: asked.states,
            ...(asked.receivedFrom === undefined ? {} : { receivedFrom: asked.receivedFrom }),
            ...(asked.receivedTo === undefined ? {} : { receivedTo: asked.receivedTo }),
          })(query),
    );
  await transaction
    .insertInto('rereading_tickets')
    .columns(['account_id', 'rereading_id', 'ticket_id'])
    .expression(
      open
        .select(['tickets.account_id', sql<string>`${id}::uuid`.as('rereading_id'), 'tickets.id'])
        .orderBy('tickets.received_at', 'desc')
        .orderBy('tickets.id', 'desc')
        .limit(mostRereadTickets),
    )
    .execute();
  return id;
}
