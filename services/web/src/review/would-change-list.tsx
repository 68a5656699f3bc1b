import { Link } from '@tanstack/react-router';
import type { TicketType } from '@ticket-pros/contracts/field';
import type { WouldChange } from '@ticket-pros/contracts/learning';
import { useTranslation } from 'react-i18next';
import { ChangeArrow } from '../audit/change-arrow.tsx';
import { formatFieldValue } from './format-field-value.ts';
import styles from './teaching-note.module.css';
import { useFieldLabel } from './use-field-label.ts';

/** More tickets than this are a number. */
const mostShown = 20;

interface WouldChangeListProps {
  tickets: WouldChange['tickets'];
  ticketType: TicketType;
}

/** Open tickets that would be read otherwise, each with what would change on it. */
export function WouldChangeList({ tickets, ticketType }: WouldChangeListProps) {
  const { t } = useTranslation();
  const fieldLabel = useFieldLabel();
  const shown = (field: string, value: string) => formatFieldValue(ticketType, field, value);
  return (
    <ul className={styles.tickets} aria-label={t('review.teaching.list')}>
      {tickets.slice(0, mostShown).map(({ ticketId, ticketNumber, changes }) => (
        <li key={ticketId} className={styles.ticket}>
          <Link to="/review/$ticketId" params={{ ticketId }}>
            {ticketNumber ?? t('review.untitled')}
          </Link>
          <dl className={styles.changes}>
            {changes.map(({ field, from, to }) => (
              <div key={`${field} ${from} ${to}`}>
                <dt>{fieldLabel(field)}</dt>
                <dd>
                  {from === null ? t('audit.nothing') : <del>{shown(field, from)}</del>} <ChangeArrow />{' '}
                  <ins>{to === null ? t('audit.nothing') : shown(field, to)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
      {tickets.length > mostShown && (
        <li className={styles.ticket}>{t('review.teaching.more', { count: tickets.length - mostShown })}</li>
      )}
    </ul>
  );
}
