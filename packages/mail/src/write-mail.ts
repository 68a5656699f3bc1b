import { randomUUID } from 'node:crypto';
import type { MailSecret } from '@ticket-pros/config/mail-settings';
import type { Database } from '@ticket-pros/db/connect-database';
import type { MailTemplateName } from './mail-templates.ts';
import { type MailOf, renderMail } from './render-mail.ts';
import { sealMail } from './seal-mail.ts';

/** A mail, and the account that it belongs to: null while the recipient is in none, or where no scope of an account is open. */
export type NewMail<Name extends MailTemplateName> = MailOf<Name> & { accountId: string | null };

/**
 * Writes a mail into the transaction of what causes it, sealed. Nothing is sent: after the commit, enqueue `send-mail` with the id
 * that is returned; a mail whose job is lost is found by the sweep.
 */
export async function writeMail<Name extends MailTemplateName>(
  transaction: Database,
  secret: MailSecret,
  mail: NewMail<Name>,
): Promise<string> {
  const id = randomUUID();
  const sealed = sealMail(secret, id, renderMail(mail));
  // Nothing is returned by the database: the API's role may write mails, and read none.
  await transaction
    .insertInto('mails')
    .values({ id, account_id: mail.accountId, template: mail.template, language: mail.language, sealed })
    .execute();
  return id;
}
