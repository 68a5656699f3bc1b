import { Link, useNavigate } from '@tanstack/react-router';
import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { useTranslation } from 'react-i18next';
import { formatAmount } from './format-amount.ts';
import { formatDay, formatTime } from './format-time.ts';
import { StateMark } from './state-mark.tsx';
import { StateNote } from './state-note.tsx';
import styles from './ticket-list.module.css';
import { TicketThumbnail } from './ticket-thumbnail.tsx';

/** One ticket at the desk: its picture first, then what matters, two lines each. */
export function TicketRow({ ticket, timeZone }: { ticket: TicketSummary; timeZone: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = { to: '/review/$ticketId', params: { ticketId: ticket.id } } as const;
  return (
    // The link in the row is what keyboards and screen readers use; the rest of the row is a larger target for a mouse.
    <tr className={styles.row} onClick={() => void navigate(open)}>
      <td data-column="photo">
        <TicketThumbnail ticket={ticket} />
      </td>
      <td data-column="number">
        <Link {...open} data-ticket-link className={styles.number} onClick={(event) => event.stopPropagation()}>
          {ticket.ticketNumber ?? t('tickets.noNumber')}
        </Link>
        <span className={styles.second}>{ticket.date === null ? t('common.noValue') : formatDay(ticket.date)}</span>
      </td>
      <td data-column="company">
        <span className={styles.first}>{ticket.company ?? t('common.noValue')}</span>
        <span className={styles.second}>{ticket.customer ?? t('common.noValue')}</span>
      </td>
      <td data-column="total">{ticket.total === null ? t('common.noValue') : formatAmount(ticket.total)}</td>
      <td data-column="state">
        <StateMark state={ticket.state} approvedItself={ticket.approvedItself} />
        <StateNote ticket={ticket} />
      </td>
      <td data-column="received">
        <time className={styles.first} dateTime={ticket.receivedAt}>
          {formatTime(ticket.receivedAt, timeZone, new Date())}
        </time>
        <span className={styles.second}>{ticket.capturedBy.name}</span>
      </td>
    </tr>
  );
}
