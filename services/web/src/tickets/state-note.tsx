import { IconCopy, IconTargetArrow } from '@tabler/icons-react';
import { useRouteContext } from '@tanstack/react-router';
import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { useTranslation } from 'react-i18next';
import { isDoubtful } from '../review/is-doubtful.ts';
import styles from './ticket-list.module.css';

/** What has to be said beside a ticket's state: why it failed, that it needs a closer look, that it was sent before. */
export function StateNote({ ticket }: { ticket: TicketSummary }) {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const reviews = me.member.role !== 'crew';
  if (ticket.failure) return <span className={styles.second}>{t(`failures.${ticket.failure}`)}</span>;
  if (ticket.rejectReason) return <span className={styles.second}>{ticket.rejectReason}</span>;
  if (ticket.isDuplicate) {
    return (
      <span className={styles.second}>
        <IconCopy aria-hidden size={14} /> {t('tickets.duplicate')}
      </span>
    );
  }
  // Checking is the office's.
  if (reviews && ticket.state === 'needs_review' && ticket.isSample) {
    return (
      <span className={styles.second}>
        <IconTargetArrow aria-hidden size={14} /> {t('tickets.spotCheck')}
      </span>
    );
  }
  const closeLook = reviews && ticket.state === 'needs_review' && isDoubtful(ticket.lowestConfidence ?? 1);
  return <span className={styles.second}>{closeLook ? t('tickets.toCheck') : ''}</span>;
}
