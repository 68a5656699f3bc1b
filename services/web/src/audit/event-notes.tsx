import type { AuditEvent } from '@ticket-pros/contracts/audit';
import { useTranslation } from 'react-i18next';
import { readDetails } from './read-details.ts';
import type { EventWords } from './use-event-words.ts';

/** More than this many details are left to those who open them. */
const shownAtOnce = 2;

/** Below the sentence, shortly: with which key, as whom, and the first of what changed. */
export function EventNotes({ event, words }: { event: AuditEvent; words: EventWords }) {
  const { t } = useTranslation();
  const notes: string[] = [];
  if (event.apiKeyId !== null) {
    const key = words.keyName(event.apiKeyId);
    notes.push(key === undefined ? t('audit.withSomeKey') : t('audit.withKey', { name: key }));
  }
  const seenAs = event.payload?.seenAs;
  if (typeof seenAs === 'string') {
    notes.push(t('audit.seenAs', { name: words.memberName(seenAs) ?? t('audit.formerMember') }));
  }
  const details = readDetails(event);
  for (const detail of details.slice(0, shownAtOnce)) {
    const after = words.value(detail, detail.after);
    const value = 'before' in detail ? `${words.value(detail, detail.before)} → ${after}` : after;
    notes.push(`${words.label(detail)}: ${value}`);
  }
  if (details.length > shownAtOnce) notes.push('…');
  return notes.join(' · ');
}
