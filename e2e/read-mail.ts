import { type DevMail, devMailListSchema, devMailSchema } from '@ticket-pros/contracts/dev-mail';
import type { Page } from 'playwright-core';
import { waitUntil } from './wait-until.ts';

/** The newest mail to an address with such a subject, once it is there. */
export async function readMail(page: Page, { to, subject }: { to: string; subject: RegExp }): Promise<DevMail> {
  const found = await waitUntil(`a mail to ${to}, ${subject}`, async () => {
    const { mails } = devMailListSchema.parse(await (await page.request.get('/v1/dev/mails')).json());
    return mails.find((mail) => mail.to.includes(to) && subject.test(mail.subject));
  });
  return devMailSchema.parse(await (await page.request.get(`/v1/dev/mails/${found.id}`)).json());
}

/** The link of a mail that leads to a page, as an address on whichever host the test looks at. */
export function linkIn({ text }: DevMail, page: string): string {
  const link = Array.from(text.matchAll(/https?:\/\/\S+/g), ([address]) => new URL(address)).find(
    ({ pathname }) => pathname === page,
  );
  if (link === undefined) throw new Error(`The mail has no link to ${page}:\n${text}`);
  return link.pathname + link.hash;
}
