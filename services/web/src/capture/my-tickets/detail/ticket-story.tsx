import type { TicketDetail, TicketSummary } from '@ticket-pros/contracts/ticket';
import { t } from '../../../messages/capture-messages.ts';
import { ticketAddress } from '../use-open-sheet.ts';
import styles from './detail.module.css';

/** Why the ticket stands where it stands: what the office said, what failed, and which other ticket there is of the same paper. */
export function TicketStory({ ticket }: { ticket: TicketSummary & Partial<TicketDetail> }) {
  const { state, failure, rejectReason, replacedByTicketId, replacesTicketId = null, resubmission = null } = ticket;
  const why = failure === null ? rejectReason : t(`failures.${failure}`);
  return (
    <>
      {replacedByTicketId !== null && (
        <p className={styles.note}>
          {t('myTickets.replaced')} <a href={ticketAddress(replacedByTicketId)}>{t('myTickets.openNewer')}</a>
        </p>
      )}
      {replacedByTicketId === null && why !== null && (
        <div className={styles.why}>
          <h3>{t('myTickets.why')}</h3>
          <p>{why}</p>
        </div>
      )}
      {state === 'unreadable' && replacedByTicketId === null && (
        <div className={styles.why}>
          <h3>{t('myTickets.why')}</h3>
          <p>{t('myTickets.unreadableHint')}</p>
        </div>
      )}
      {replacesTicketId !== null && (
        <p className={styles.note}>
          {t('myTickets.replaces')} <a href={ticketAddress(replacesTicketId)}>{t('myTickets.openEarlier')}</a>
        </p>
      )}
      {resubmission !== null && state === 'needs_review' && (
        <div className={styles.note} role="status">
          <b>{t('myTickets.sentBack')}</b>
          {resubmission.note !== null && <p>{resubmission.note}</p>}
        </div>
      )}
    </>
  );
}
