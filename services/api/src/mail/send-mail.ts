import { withAccount } from '@ticket-pros/db/scope';
import type { MailTemplateName } from '@ticket-pros/mail/mail-templates';
import { type NewMail, writeMail } from '@ticket-pros/mail/write-mail';
import type { ApiParts } from '../api-parts.ts';
import { enqueueMail } from './enqueue-mail.ts';

/**
 * Writes a mail in a transaction of its own and asks for it to be sent; the worker sends it. Where a change in the database causes
 * the mail, use `writeMail` in that change's transaction and `enqueueMail` after its commit instead.
 * @returns the mail's id.
 */
export async function sendMail<Name extends MailTemplateName>(
  parts: Pick<ApiParts, 'db' | 'queue' | 'mail'>,
  mail: NewMail<Name>,
): Promise<string> {
  const write = (transaction: ApiParts['db']) => writeMail(transaction, parts.mail.secret, mail);
  const mailId = mail.accountId === null ? await write(parts.db) : await withAccount(parts.db, mail.accountId, write);
  await enqueueMail(parts, mailId);
  return mailId;
}
