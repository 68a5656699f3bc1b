import { connectDatabase } from '@ticket-pros/db/connect-database';
import { writeMail } from '@ticket-pros/mail/write-mail';
import type { TestWorld } from './start-test-world.ts';

/** What must never be seen outside of the mail itself. */
export type MailSecrets = { address: string; token: string; subject: string };

let mails = 0;

/** For tests: a mail as the API writes one, under the API's role, with secrets of its own. It has no job. */
export async function writeTestMail(world: TestWorld): Promise<MailSecrets & { mailId: string }> {
  mails += 1;
  const address = `canary.recipient.${mails}@people.example`;
  const token = `canary-token-${mails}-7f3a9c`;
  const app = connectDatabase(world.database.urls.app, { max: 1, onIdleError: () => {} });
  try {
    const mailId = await writeMail(app, world.settings.mail.secret, {
      accountId: null,
      to: address,
      template: 'reset-password',
      language: 'en',
      parameters: { url: `https://tickets.example.com/reset?token=${token}`, validMinutes: 60 },
    });
    return { mailId, address, token, subject: 'Set a new password' };
  } finally {
    await app.destroy();
  }
}
