import { UnstyledButton } from '@mantine/core';
import type { AuditEvent } from '@ticket-pros/contracts/audit';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../messages/page-language.ts';
import type { AuditSearch } from './audit-search.ts';
import { ChangeArrow } from './change-arrow.tsx';
import styles from './event.module.css';
import { type EventDetail, readDetails } from './read-details.ts';
import type { EventWords } from './use-event-words.ts';

interface EventDetailsProps {
  event: AuditEvent;
  words: EventWords;
  onSearch: (search: AuditSearch) => void;
}

/** Everything that an entry tells: what was before and after, the exact time, address and device. */
export function EventDetails({ event, words, onSearch }: EventDetailsProps) {
  const { t } = useTranslation();
  const { subject, member } = event;
  const exactly = new Date(event.at).toLocaleString(pageLocale(), {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone: words.timeZone,
  });
  const facts: [string, string][] = [
    [t('audit.exactly'), exactly],
    [t('audit.address'), event.address ?? t('audit.noAddress')],
    ...(event.device === null ? [] : [[t('audit.device'), event.device] satisfies [string, string]]),
    [t('audit.entry'), event.id],
  ];
  return (
    <div className={styles.details}>
      {event.payload === null && <p className={styles.erased}>{t('audit.erased')}</p>}
      <dl className={styles.facts}>
        {readDetails(event).map((detail) => (
          <div key={`${detail.name} ${detail.row ?? ''}`}>
            <dt>{words.label(detail)}</dt>
            <dd>
              <Change detail={detail} words={words} />
            </dd>
          </div>
        ))}
        {facts.map(([label, fact]) => (
          <div key={label} data-plain>
            <dt>{label}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.ways}>
        {subject !== null && subject.kind !== 'account' && (
          <UnstyledButton className={styles.way} onClick={() => onSearch({ subjectId: subject.id })}>
            {t('audit.everythingAbout')}
          </UnstyledButton>
        )}
        {member !== null && (
          <UnstyledButton className={styles.way} onClick={() => onSearch({ memberId: member.id })}>
            {t('audit.everythingBy', { name: member.name })}
          </UnstyledButton>
        )}
      </div>
    </div>
  );
}

function Change({ detail, words }: { detail: EventDetail; words: EventWords }) {
  const after = words.value(detail, detail.after);
  if (!('before' in detail)) return after;
  return (
    <>
      <del className={styles.before}>{words.value(detail, detail.before)}</del> <ChangeArrow />{' '}
      <ins className={styles.after}>{after}</ins>
    </>
  );
}
