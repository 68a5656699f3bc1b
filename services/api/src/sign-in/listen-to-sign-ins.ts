import type { ApiParts } from '../api-parts.ts';
import { recordSignInEvent } from './record-sign-in-event.ts';
import { sendSignInMail } from './send-sign-in-mail.ts';
import type { SignInEvents } from './sign-in-events.ts';

/** What the API does when somebody signs in or changes how they do. */
export function listenToSignIns(
  parts: Pick<ApiParts, 'db' | 'queue' | 'mail'>,
): Pick<SignInEvents, 'sendMail' | 'audit'> {
  return {
    sendMail: (mail) => sendSignInMail(parts, mail),
    audit: (event) => recordSignInEvent(parts.db, event),
  };
}
