import type { AuditEvent } from '@ticket-pros/contracts/audit';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeArrow } from './change-arrow.tsx';
import { readDetails } from './read-details.ts';
import type { EventWords } from './use-event-words.ts';

/** More than this many details are left to those who open them. */
const shownAtOnce = 2;

/** Below the sentence, shortly: with which key, as whom, and the first of what changed. */
export function EventNotes({ event, words }: { event: AuditEvent; words: EventWords }) {
  const { t } = useTranslation();
  const notes: [string, ReactNode][] = [];
  if (event.apiKeyId !== null) {
    const key = words.keyName(event.apiKeyId);
    notes.push(['key', key === undefined ? t('audit.withSomeKey') : t('audit.withKey', { name: key })]);
  }
  const seenAs = event.payload?.seenAs;
  if (typeof seenAs === 'string') {
    notes.push(['as', t('audit.seenAs', { name: words.memberName(seenAs) ?? t('audit.formerMember') })]);
  }
  const details = readDetails(event);
  for (const detail of details.slice(0, shownAtOnce)) {
    const isChange = 'before' in detail;
    notes.push([
      `${detail.name} ${detail.row}`,
      <>
        {words.label(detail)}: {isChange && words.value(detail, detail.before)} {isChange && <ChangeArrow />}{' '}
        {words.value(detail, detail.after)}
      </>,
    ]);
  }
  if (details.length > shownAtOnce) notes.push(['more', '…']);
  return notes.map(([key, note], at) => (
    <Fragment key={key}>
      {at > 0 && ' · '}
      {note}
    </Fragment>
  ));
}
