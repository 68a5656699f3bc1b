import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { useState } from 'react';
import { t } from '../../../messages/capture-messages.ts';
import styles from '../../capture.module.css';
import type { OutboxTicket } from '../../outbox/outbox-ticket.ts';
import type { RecentTickets } from '../use-recent-tickets.ts';
import { ReadBackCard } from './read-back-card.tsx';
import { UnreadCard } from './unread-card.tsx';
import { useReadBack } from './use-read-back.ts';

interface ReadBackProps {
  recent: RecentTickets;
  /** This member's entries on this phone. */
  entries: readonly OutboxTicket[];
  onRetake: (ticketId: string) => void;
}

/** What was read on the tickets just sent, while their papers are in hand: one card after the other, and never in the shutter's way. */
export function ReadBack({ recent, entries, onRetake }: ReadBackProps) {
  const { current, entry, left, putOff } = useReadBack(recent.newest, entries);
  const [thanked, setThanked] = useState(false);
  const card = current && {
    ticket: current,
    photo: entry?.photos[0],
    left,
    onChanged: (ticket: TicketDetail) => {
      if (ticket.confirmedByCrewAt !== null) setThanked(true);
      recent.replace(ticket);
    },
    onConflict: recent.reload,
    onRetake: () => {
      putOff(current.id);
      onRetake(current.id);
    },
    onPutOff: () => putOff(current.id),
  };
  return (
    <>
      <p className={styles.hidden} role="status">
        {thanked && t('myTickets.thanks')}
      </p>
      {card && current.state === 'failed' && <UnreadCard key={current.id} {...card} />}
      {card && current.state !== 'failed' && <ReadBackCard key={current.id} {...card} />}
    </>
  );
}
