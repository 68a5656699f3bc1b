import { randomUUID } from 'node:crypto';
import type { makeInvitationSchema } from '@ticket-pros/contracts/invitation';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { writeMail } from '@ticket-pros/mail/write-mail';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Asker } from '../access/asker.ts';
import type { ApiParts } from '../api-parts.ts';
import { linkWith, makeLinkToken } from '../joining/link-token.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { visibleInvitations } from './select-invitations.ts';

type Wish = z.output<typeof makeInvitationSchema>;

/** Invitations that were made: their links, which nobody can show again, and the mails to enqueue after the commit. */
export type AddedInvitations = { invitations: { id: string; link: string }[]; mailIds: string[] };

const mostOpen = 2000;
/** Invitations an hour to one address, as far as who asks sees them, so that nobody fills a mailbox through us. */
const mostMails = 3;

/** What an account has and made, by whomever. */
export type InvitationCount = { open: number; lastHour: number };

/** Counts the invitations of the account. From then on until the transaction ends, nobody else of the account makes any. */
export async function countInvitations(transaction: DatabaseTransaction): Promise<InvitationCount> {
  const { rows } =
    await sql<InvitationCount>`select open, last_hour as "lastHour" from app.count_invitations()`.execute(transaction);
  if (rows[0] === undefined) throw new Error('count_invitations answered no row');
  return rows[0];
}

/** Makes checked invitations, with their audit events and mails. Throws `too_many_requests` beyond what an account may have or make. */
export async function addInvitations(
  { auth, mail }: ApiParts,
  transaction: DatabaseTransaction,
  asker: Asker,
  { wishes, count, mostInAnHour }: { wishes: readonly Wish[]; count: InvitationCount; mostInAnHour: number },
): Promise<AddedInvitations> {
  expectRoom(count, wishes.length, mostInAnHour);
  await expectFewMails(transaction, asker, wishes);
  const { scope, name: inviter } = asker;
  const account = await transaction
    .selectFrom('accounts')
    .select(['name', 'language'])
    .where('id', '=', scope.accountId)
    .executeTakeFirstOrThrow();
  const { publicUrl } = auth.signIn;
  const added: AddedInvitations = { invitations: [], mailIds: [] };
  for (const { role, reportsTo, visibility, email, name, maxUses, expiresInHours } of wishes) {
    const id = randomUUID();
    const shown = makeLinkToken();
    const mailed = email === undefined ? null : makeLinkToken();
    const { expires_at } = await transaction
      .insertInto('invitations')
      .values({
        account_id: scope.accountId,
        id,
        created_by: scope.memberId,
        role,
        reports_to: reportsTo,
        visibility: visibility ?? null,
        email: email ?? null,
        name: name ?? null,
        token_hash: shown.hash,
        mailed_token_hash: mailed?.hash ?? null,
        max_uses: maxUses,
        expires_at: sql<Date>`now() + make_interval(hours => ${expiresInHours})`,
      })
      .returning('expires_at')
      .executeTakeFirstOrThrow();
    await writeAudit(transaction, scope, {
      action: 'invitation.made',
      subject: { kind: 'invitation', id },
      payload: { role, reportsTo, visibility, email, name, maxUses, expiresAt: expires_at.toISOString() },
    });
    if (email !== undefined && mailed !== null) {
      const mailId = await writeMail(transaction, mail.secret, {
        to: email,
        template: 'invitation',
        language: account.language,
        accountId: scope.accountId,
        parameters: {
          url: linkWith(publicUrl, 'join', mailed.token),
          company: account.name,
          invitedBy: inviter,
          role,
          validMinutes: expiresInHours * 60,
        },
      });
      added.mailIds.push(mailId);
    }
    added.invitations.push({ id, link: linkWith(publicUrl, 'join', shown.token) });
  }
  return added;
}

function expectRoom({ open, lastHour }: InvitationCount, wanted: number, mostInAnHour: number): void {
  if (open + wanted > mostOpen) {
    throw new ProblemError(
      'too_many_requests',
      `Your account has as many open invitations as it can have, ${mostOpen}. Revoke those that nobody needs.`,
    );
  }
  if (lastHour + wanted > mostInAnHour) {
    throw new ProblemError(
      'too_many_requests',
      'Your account made many invitations in the last hour. Wait an hour, then go on.',
    );
  }
}

async function expectFewMails(
  transaction: DatabaseTransaction,
  asker: Asker,
  wishes: readonly Pick<Wish, 'email'>[],
): Promise<void> {
  const emails = wishes.flatMap(({ email }) => email ?? []);
  if (emails.length === 0) return;
  const often = await transaction
    .selectFrom('invitations')
    .select('email')
    .where(visibleInvitations(asker))
    .where('email', 'in', emails)
    .where('created_at', '>', sql<Date>`now() - interval '1 hour'`)
    .groupBy('email')
    .having(sql<number>`count(*)`, '>=', mostMails)
    .executeTakeFirst();
  if (often === undefined) return;
  throw new ProblemError('too_many_requests', `${often.email} was sent ${mostMails} invitations within an hour.`);
}
