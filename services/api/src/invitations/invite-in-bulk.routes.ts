import {
  type InvitationPreview,
  invitationCsvSchema,
  invitationPreviewSchema,
  invitedInBulkSchema,
  mostInvitationLines,
} from '@ticket-pros/contracts/invitation';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { withMember } from '@ticket-pros/db/scope';
import type { Asker } from '../access/asker.ts';
import { expectConfirmed } from '../access/expect-confirmed.ts';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { addInvitations, countInvitations } from './add-invitations.ts';
import { checkInvitationLines } from './check-invitation-lines.ts';
import { findInvitedEmails, findKnownMembers } from './find-known-people.ts';
import { lineWords } from './invitation-line-words.ts';
import { readInvitationCsv } from './read-invitation-csv.ts';

type Line = InvitationPreview['lines'][number];

/** How long those who are invited together have. */
const expiresInHours = 14 * 24;
/** Lines whose problems are told where the whole file is refused; the preview tells them all. */
const mostTold = 5;
const mailsAtOnce = 25;

/** POST /v1/invitations/preview and /bulk: many people from a CSV, all or none. */
export function inviteInBulk(app: Api, parts: ApiParts): void {
  const { db } = parts;
  app.post(
    '/v1/invitations/preview',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Invitations'],
        summary: 'Check a CSV of people to invite',
        body: invitationCsvSchema,
        response: { 200: invitationPreviewSchema },
      },
    },
    async (request) => {
      const asker = askerOf(request);
      const check = await prepareCheck(parts, asker, request.body.csv);
      const lines = await withMember(db, asker.scope, check);
      const ready = lines.filter(({ problems }) => problems.length === 0).length;
      return { lines, ready, withProblems: lines.length - ready };
    },
  );
  app.post(
    '/v1/invitations/bulk',
    {
      config: { access: { who: 'members', roles: ['owner'] } },
      schema: {
        tags: ['Invitations'],
        summary: 'Invite everybody in a CSV',
        body: invitationCsvSchema,
        response: { 201: invitedInBulkSchema },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const check = await prepareCheck(parts, asker, request.body.csv);
      const { mailIds } = await withMember(db, asker.scope, async (transaction) => {
        // First, because it holds other invitations up: a file that was sent twice at once finds its people invited.
        const count = await countInvitations(transaction);
        const lines = await check(transaction);
        expectRight(lines);
        if (lines.some(({ role }) => role === 'owner')) expectConfirmed(asker);
        const wishes = lines.flatMap(wishOf);
        return addInvitations(parts, transaction, asker, { wishes, count, mostInAnHour: mostInvitationLines });
      });
      await enqueueMails(parts, mailIds);
      return reply.code(201).send({ invited: mailIds.length });
    },
  );
}

/** Reads the file and what it is checked against that lies outside of the transaction. */
async function prepareCheck(parts: ApiParts, asker: Asker, csv: string) {
  const typed = readInvitationCsv(csv);
  const { members, language } = await findKnownMembers(parts, asker.scope);
  return async (transaction: DatabaseTransaction): Promise<Line[]> => {
    const invitedEmails = await findInvitedEmails(transaction, asker);
    return checkInvitationLines(typed, { members, invitedEmails }, lineWords[language]);
  };
}

function expectRight(lines: readonly Line[]): void {
  const wrong = lines.filter(({ problems }) => problems.length > 0);
  if (wrong.length === 0) return;
  const told = wrong.slice(0, mostTold).map(({ line, problems }) => `${line}: ${problems.join(' ')}`);
  const rest = wrong.length > mostTold ? [`(+${wrong.length - mostTold})`] : [];
  throw new ProblemError('invalid_csv', [...told, ...rest].join(' '));
}

function wishOf({ role, name, email, reportsTo }: Line) {
  return role === null ? [] : [{ role, name, email, reportsTo: reportsTo?.id ?? null, maxUses: 1, expiresInHours }];
}

/** Some at a time: the sweep asks again for those whose turn does not come. */
async function enqueueMails(parts: ApiParts, mailIds: readonly string[]): Promise<void> {
  for (let start = 0; start < mailIds.length; start += mailsAtOnce) {
    const some = mailIds.slice(start, start + mailsAtOnce);
    await Promise.all(some.map((mailId) => enqueueMail(parts, mailId)));
  }
}
