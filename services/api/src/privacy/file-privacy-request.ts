import {
  type filePrivacyRequestSchema,
  type PrivacyRequest,
  privacyPages,
} from '@ticket-pros/contracts/privacy-request';
import type { DatabaseTransaction } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { writeMail } from '@ticket-pros/mail/write-mail';
import type { z } from 'zod';
import type { Asker } from '../access/asker.ts';
import type { ApiParts } from '../api-parts.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { findOwnerAddresses, selectOwners } from '../members/find-owners.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { selectPrivacyRequests } from './select-privacy-requests.ts';

type Filed = z.output<typeof filePrivacyRequestSchema>;

/** Files a member's request and mails the owners of its account. Throws `too_many_requests` where too many are open. */
export async function filePrivacyRequest(
  parts: ApiParts,
  { scope, name }: Asker,
  { kind, details }: Filed,
): Promise<PrivacyRequest> {
  const { owners, account } = await withMember(parts.db, scope, async (transaction) => ({
    owners: await selectOwners(transaction),
    account: await transaction
      .selectFrom('accounts')
      .select(['name', 'time_zone'])
      .where('id', '=', scope.accountId)
      .executeTakeFirstOrThrow(),
  }));
  const addresses = await findOwnerAddresses(parts.auth, owners);
  const url = new URL(privacyPages.answer, parts.auth.signIn.publicUrl).href;
  const { filed, mailIds } = await withMember(parts.db, scope, async (transaction) => {
    const id = await insertRequest(transaction, scope, { kind, details });
    await writeAudit(transaction, scope, {
      action: 'privacy_request.filed',
      subject: { kind: 'privacy_request', id },
      payload: { kind },
    });
    const [filed] = await selectPrivacyRequests(transaction, scope, id);
    if (filed === undefined) throw new Error('a privacy request that was just filed is gone');
    const mailIds: string[] = [];
    for (const { email, language } of addresses) {
      const parameters = {
        kind,
        memberName: name,
        company: account.name,
        dueAt: new Date(filed.dueAt),
        timeZone: account.time_zone,
        url,
      };
      const mail = { to: email, template: 'privacy-request-filed', language, accountId: scope.accountId } as const;
      mailIds.push(await writeMail(transaction, parts.mail.secret, { ...mail, parameters }));
    }
    return { filed, mailIds };
  });
  for (const mailId of mailIds) await enqueueMail(parts, mailId);
  return filed;
}

async function insertRequest(
  transaction: DatabaseTransaction,
  scope: MemberScope,
  { kind, details }: Filed,
): Promise<string> {
  try {
    const { id } = await transaction
      .insertInto('privacy_requests')
      .values({ account_id: scope.accountId, member_id: scope.memberId, kind, details })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
    if (constraint !== 'privacy_requests_open') throw error;
    throw new ProblemError('too_many_requests', 'You have 20 open requests. Wait until some of them are answered.');
  }
}
