import {
  type answerPrivacyRequestSchema,
  type PrivacyRequest,
  privacyPages,
} from '@ticket-pros/contracts/privacy-request';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { seenByOwners } from '@ticket-pros/db/seen-by-owners';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { writeMail } from '@ticket-pros/mail/write-mail';
import type { z } from 'zod';
import type { ApiParts } from '../api-parts.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { findSignIns } from '../members/find-sign-ins.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { selectPrivacyRequests } from './select-privacy-requests.ts';

type Answer = z.output<typeof answerPrivacyRequestSchema> & { requestId: string };

/** An owner's answer; the member hears of it by mail where it has an address. Throws `not_found`, `request_answered`. */
export async function answerPrivacyRequest(
  parts: ApiParts,
  scope: MemberScope,
  { requestId, state, answer }: Answer,
): Promise<PrivacyRequest> {
  const asking = await withMember(parts.db, scope, (transaction) => selectAskingMember(transaction, scope, requestId));
  if (asking === undefined) throw new ProblemError('not_found');
  const email = (await findSignIns(parts.auth, [asking.userId])).get(asking.userId)?.email ?? null;
  const { answered, mailId } = await withMember(parts.db, scope, async (transaction) => {
    const result = await transaction
      .updateTable('privacy_requests')
      .set({ state, answer, answered_by: scope.memberId, answered_at: new Date() })
      .where(seenByOwners(scope, 'privacy_requests'))
      .where('id', '=', requestId)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (result.numUpdatedRows === 0n) throw new ProblemError('request_answered');
    await writeAudit(transaction, scope, {
      action: 'privacy_request.answered',
      subject: { kind: 'privacy_request', id: requestId },
      payload: { kind: asking.kind, state },
    });
    const mailId =
      email === null
        ? null
        : await writeMail(transaction, parts.mail.secret, {
            to: email,
            template: 'privacy-request-answered',
            language: asking.language,
            accountId: scope.accountId,
            parameters: {
              kind: asking.kind,
              outcome: state,
              company: asking.company,
              url: new URL(privacyPages.own, parts.auth.signIn.publicUrl).href,
            },
          });
    const [answered] = await selectPrivacyRequests(transaction, scope, requestId);
    if (answered === undefined) throw new Error('a privacy request that was just answered is gone');
    return { answered, mailId };
  });
  if (mailId !== null) await enqueueMail(parts, mailId);
  return answered;
}

function selectAskingMember(transaction: DatabaseTransaction, scope: MemberScope, requestId: string) {
  return transaction
    .selectFrom('privacy_requests')
    .innerJoin('members', (join) =>
      join
        .onRef('members.account_id', '=', 'privacy_requests.account_id')
        .onRef('members.id', '=', 'privacy_requests.member_id'),
    )
    .innerJoin('accounts', 'accounts.id', 'privacy_requests.account_id')
    .select((query) => [
      'privacy_requests.kind',
      'members.user_id as userId',
      'accounts.name as company',
      query.fn.coalesce('members.language', 'accounts.language').as('language'),
    ])
    .where(seenByOwners(scope, 'privacy_requests'))
    .where('privacy_requests.id', '=', requestId)
    .executeTakeFirst();
}
