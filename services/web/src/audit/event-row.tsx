import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { AuditEvent } from '@ticket-pros/contracts/audit';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../messages/page-language.ts';
import type { AuditSearch } from './audit-search.ts';
import styles from './event.module.css';
import { EventDetails } from './event-details.tsx';
import { EventNotes } from './event-notes.tsx';
import { EventSentence } from './event-sentence.tsx';
import { useDeviceWords } from './use-device-words.ts';
import type { EventWords } from './use-event-words.ts';

interface EventRowProps {
  event: AuditEvent;
  words: EventWords;
  onSearch: (search: AuditSearch) => void;
}

/** One entry of the log: when, what, from where; everything else on demand. */
export function EventRow({ event, words, onSearch }: EventRowProps) {
  const { t } = useTranslation();
  const deviceWords = useDeviceWords();
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const time = new Date(event.at).toLocaleTimeString(pageLocale(), { timeStyle: 'short', timeZone: words.timeZone });
  const device = deviceWords(event.device);
  return (
    <li className={styles.event}>
      <div className={styles.line}>
        <time className={styles.time} dateTime={event.at}>
          {time}
        </time>
        <div className={styles.text}>
          <span className={styles.sentence}>
            <EventSentence event={event} />
          </span>
          <span className={styles.notes}>
            <EventNotes event={event} words={words} />
          </span>
        </div>
        <span className={styles.origin}>
          {event.address !== null && <span translate="no">{event.address}</span>}
          {device !== null && <span>{device}</span>}
        </span>
        <UnstyledButton
          className={styles.opener}
          aria-expanded={open}
          aria-controls={detailsId}
          aria-label={t('audit.moreOf', { time })}
          onClick={() => setOpen(!open)}
        >
          <IconChevronDown aria-hidden size={18} />
        </UnstyledButton>
      </div>
      <div id={detailsId} hidden={!open}>
        {open && <EventDetails event={event} words={words} onSearch={onSearch} />}
      </div>
    </li>
  );
}
