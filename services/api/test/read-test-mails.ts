import type { MailTemplateName } from '@ticket-pros/mail/mail-templates';
import { openMail } from '@ticket-pros/mail/seal-mail';
import { Client } from 'pg';
import { type TestApi, testMailSecret } from './start-test-api.ts';

export type TestMail = {
  template: MailTemplateName;
  language: string;
  subject: string;
  text: string;
  /** Every address in the text, in order. */
  links: string[];
};

/** For tests: the mails that wait to be sent to this address, oldest first, opened with the tests' secret. No worker is needed. */
export async function mailsTo(api: Pick<TestApi, 'database'>, address: string): Promise<TestMail[]> {
  const owner = new Client({ connectionString: api.database.urls.owner });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string; template: MailTemplateName; language: string; sealed: Buffer }>(
      `select id, template, language, sealed from mails where state = 'waiting' order by created_at`,
    );
    return rows
      .map(({ id, template, language, sealed }) => ({ template, language, ...openMail(testMailSecret, id, sealed) }))
      .filter(({ to }) => to.toLowerCase() === address.toLowerCase())
      .map(({ template, language, subject, text }) => ({ template, language, subject, text, links: linksIn(text) }));
  } finally {
    await owner.end();
  }
}

function linksIn(text: string): string[] {
  return text.match(/https?:\/\/[^\s)]+/g) ?? [];
}
