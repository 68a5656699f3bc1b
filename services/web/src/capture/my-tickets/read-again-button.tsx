import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';

interface ReadAgainButtonProps {
  ticket: TicketSummary;
  onAsked: () => Promise<void>;
}

/** Has a ticket that could not be read read once more. */
export function ReadAgainButton({ ticket, onAsked }: ReadAgainButtonProps) {
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    try {
      const params = { path: { ticketId: ticket.id } };
      await api.POST('/v1/tickets/{ticketId}/read-again', { params, body: { version: ticket.version } });
      // Whatever the answer is, the list shows where the ticket stands now.
      await onAsked();
    } catch {
      // No connection: the button can be pressed again.
    }
    setAsking(false);
  };
  return (
    <button type="button" className={styles.secondary} disabled={asking} onClick={() => void ask()}>
      {t('capture.readAgain')}
    </button>
  );
}
