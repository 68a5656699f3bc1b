import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { imageAddress } from '../../api/image-address.ts';
import { t } from '../../messages/capture-messages.ts';
import { formatAmount } from '../../tickets/format-amount.ts';
import { formatDay, formatTime } from '../../tickets/format-time.ts';
import captureStyles from '../capture.module.css';
import { DeliveryMark } from './delivery-mark.tsx';
import { describeStoredTicket, wordOf } from './describe-delivery.ts';
import { isServiceFailure } from './is-service-failure.ts';
import styles from './my-tickets.module.css';
import { nameMainQuantity } from './name-main-quantity.ts';
import { ReadAgainButton } from './read-again-button.tsx';
import { StoredThumbnail } from './stored-thumbnail.tsx';
import { ticketAddress } from './use-open-sheet.ts';

interface StoredRowProps {
  ticket: TicketSummary;
  timeZone: string;
  onChanged: () => Promise<void>;
  /** null where nothing may be photographed. */
  onRetake: ((ticketId: string) => void) | null;
}

/** A ticket that is safe on the server, with what was read on it. */
export function StoredRow({ ticket, timeZone, onChanged, onRetake }: StoredRowProps) {
  const delivery = describeStoredTicket(ticket);
  const isReplaced = delivery.status === 'again';
  const reason = isReplaced ? null : (ticket.rejectReason ?? (ticket.failure && t(`failures.${ticket.failure}`)));
  const names = [ticket.company, ticket.customer].filter((name) => name !== null);
  const quantity = nameMainQuantity(ticket);
  const isFailed = ticket.state === 'failed' && !isReplaced;
  const needsReading = isFailed && isServiceFailure(ticket.failure);
  const needsPhoto = isFailed && !needsReading;
  return (
    <li className={styles.row}>
      <span className={styles.thumb}>
        {ticket.hasThumbnail && <StoredThumbnail address={imageAddress(ticket.id, ticket.firstImageId, 'thumbnail')} />}
      </span>
      <div className={styles.rowText}>
        <div className={styles.rowHead}>
          <DeliveryMark tone={delivery.tone} label={t(wordOf(delivery))} />
          <time className={styles.rowTime} dateTime={ticket.receivedAt}>
            {formatTime(ticket.receivedAt, timeZone, new Date())}
          </time>
        </div>
        <p className={styles.rowNumber}>
          <a className={styles.rowLink} href={ticketAddress(ticket.id)}>
            {ticket.ticketNumber ?? t('myTickets.unnumbered')}
          </a>
          {ticket.date && <span>{formatDay(ticket.date)}</span>}
        </p>
        {names.length > 0 && <p className={styles.rowDetail}>{names.join(' · ')}</p>}
        {quantity && (
          <p className={styles.rowDetail}>
            {t(`capture.${quantity.label}`)} <b>{quantity.text}</b>
          </p>
        )}
        {ticket.total && (
          <p className={styles.rowDetail}>
            {t('capture.total')} <b>{formatAmount(ticket.total)}</b>
          </p>
        )}
        {reason && <p className={styles.rowDetail}>{reason}</p>}
        {needsReading && <ReadAgainButton ticket={ticket} onAsked={onChanged} />}
        {needsPhoto && onRetake !== null && (
          <button type="button" className={captureStyles.secondary} onClick={() => onRetake(ticket.id)}>
            {t('myTickets.photographAgain')}
          </button>
        )}
      </div>
    </li>
  );
}
