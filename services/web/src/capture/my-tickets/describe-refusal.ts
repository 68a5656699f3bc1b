import { isKnownProblem, t } from '../../messages/capture-messages.ts';
import { pageLanguage } from '../../messages/page-language.ts';
import type { Refusal } from '../outbox/outbox-ticket.ts';

/** Why the server refused a ticket: by its code in the page's language, else in the server's own words. */
export function describeRefusal({ code, title, detail }: Refusal): string {
  if (code === 'photo_lost') return t('outbox.photoLost');
  if (code === 'receipt_differs') return t('outbox.receiptDiffers');
  const sentence = isKnownProblem(code) ? t(`problems.${code}`) : title;
  // Details are in the API's own language, English.
  return detail === null || pageLanguage() !== 'en' ? sentence : `${sentence} ${detail}`;
}
