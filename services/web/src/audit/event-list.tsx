import type { AuditEvent } from '@ticket-pros/contracts/audit';
import type { Me } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../messages/page-language.ts';
import styles from './audit.module.css';
import type { AuditSearch } from './audit-search.ts';
import { EventRow } from './event-row.tsx';
import { dayIn, groupByDay } from './group-by-day.ts';
import { useEventWords } from './use-event-words.ts';

interface EventListProps {
  events: readonly AuditEvent[];
  me: Me;
  onSearch: (search: AuditSearch) => void;
}

const dayMs = 86_400_000;

/** The entries under the days on which they happened, in the account's zone. */
export function EventList({ events, me, onSearch }: EventListProps) {
  const { t } = useTranslation();
  const words = useEventWords(me);
  const { timeZone } = me.account;
  const today = dayIn(timeZone, new Date());
  const yesterday = new Date(Date.parse(today) - dayMs).toISOString().slice(0, 10);
  const dayWords = (iso: string) => {
    const day = new Date(iso).toLocaleDateString(pageLocale(), { dateStyle: 'full', timeZone: 'UTC' });
    if (iso === today) return t('audit.today', { day });
    return iso === yesterday ? t('audit.yesterday', { day }) : day;
  };
  return (
    <section aria-label={t('audit.listLabel')}>
      {groupByDay(events, timeZone).map(({ day, events: ofDay }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={styles.dayTitle}>
            {dayWords(day)}
          </h2>
          <ol className={styles.events}>
            {ofDay.map((event) => (
              <EventRow key={event.id} event={event} words={words} onSearch={onSearch} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}
