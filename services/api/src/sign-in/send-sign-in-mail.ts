import type { Language } from '@ticket-pros/contracts/account';
import type { Database } from '@ticket-pros/db/connect-database';
import { withUser } from '@ticket-pros/db/scope';
import type { ApiParts } from '../api-parts.ts';
import { sendMail } from '../mail/send-mail.ts';
import { sayDevice } from './describe-device.ts';
import { nameRegion } from './name-region.ts';
import type { SignInMail } from './sign-in-events.ts';

/** Sends a mail about somebody's sign-in, in the language and the time zone of that user's first place. */
export async function sendSignInMail(
  parts: Pick<ApiParts, 'db' | 'queue' | 'mail'>,
  { userId, to, ...mail }: SignInMail,
): Promise<void> {
  const { language, timeZone } = await findReader(parts.db, userId);
  const common = { to, language, accountId: null };
  switch (mail.template) {
    case 'reset-password':
    case 'confirm-new-email':
      await sendMail(parts, { ...common, ...mail });
      return;
    case 'email-changed-notice':
      await sendMail(parts, { ...common, ...mail, parameters: { ...mail.parameters, timeZone } });
      return;
    case 'password-changed-notice':
      await sendMail(parts, { ...common, ...mail, parameters: { ...mail.parameters, timeZone } });
      return;
    case 'second-factor-changed-notice':
      await sendMail(parts, { ...common, ...mail, parameters: { ...mail.parameters, timeZone } });
      return;
    case 'unusual-sign-in': {
      const { device, region, ...parameters } = mail.parameters;
      const words = { device: sayDevice(device, language), region: nameRegion(region, language) };
      await sendMail(parts, { ...common, ...mail, parameters: { ...parameters, ...words, timeZone } });
    }
  }
}

async function findReader(db: Database, userId: string): Promise<{ language: Language; timeZone: string }> {
  const place = await withUser(db, { userId }, (transaction) =>
    transaction
      .selectFrom('members')
      .innerJoin('accounts', 'accounts.id', 'members.account_id')
      .select(['members.language as own', 'accounts.language', 'accounts.time_zone as timeZone'])
      .where('members.user_id', '=', userId)
      .where('members.is_active', '=', true)
      .orderBy('members.created_at')
      .executeTakeFirst(),
  );
  return { language: place?.own ?? place?.language ?? 'en', timeZone: place?.timeZone ?? 'UTC' };
}
