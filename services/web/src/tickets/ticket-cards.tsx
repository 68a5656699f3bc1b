import { Link } from '@tanstack/react-router';
import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { useTranslation } from 'react-i18next';
import { formatAmount } from './format-amount.ts';
import { formatDay, formatTime } from './format-time.ts';
import { StateMark } from './state-mark.tsx';
import { StateNote } from './state-note.tsx';
import styles from './ticket-list.module.css';
import { TicketThumbnail } from './ticket-thumbnail.tsx';

interface TicketCardsProps {
  tickets: readonly TicketSummary[] | null;
  timeZone: string;
  skeletonKeys: readonly string[];
}

/** The tickets on a phone. */
export function TicketCards({ tickets, timeZone, skeletonKeys }: TicketCardsProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.cards} aria-label={t('tickets.listLabel')}>
      {tickets === null
        ? skeletonKeys.map((key) => <li key={key} className={styles.cardSkeleton} />)
        : tickets.map((ticket) => (
            <li key={ticket.id}>
              <Link to="/review/$ticketId" params={{ ticketId: ticket.id }} data-ticket-link className={styles.card}>
                <TicketThumbnail ticket={ticket} />
                <span className={styles.cardText}>
                  <span className={styles.cardLine}>
                    <b>{ticket.ticketNumber ?? t('tickets.noNumber')}</b>
                    <time dateTime={ticket.receivedAt}>{formatTime(ticket.receivedAt, timeZone, new Date())}</time>
                  </span>
                  <span className={styles.cardLine}>
                    <span>{ticket.company ?? ticket.customer ?? t('common.noValue')}</span>
                    {ticket.total !== null && <b>{formatAmount(ticket.total)}</b>}
                  </span>
                  <span className={styles.cardLine}>
                    <StateMark state={ticket.state} approvedItself={ticket.approvedItself} />
                    {ticket.date !== null && <span>{formatDay(ticket.date)}</span>}
                  </span>
                  <StateNote ticket={ticket} />
                </span>
              </Link>
            </li>
          ))}
    </ul>
  );
}
