import { t } from '../../messages/capture-messages.ts';
import { formatTime } from '../../tickets/format-time.ts';
import type { OutboxTicket } from '../outbox/outbox-ticket.ts';
import { DeliveryMark } from './delivery-mark.tsx';
import { KeptThumbnail } from './kept-thumbnail.tsx';
import styles from './my-tickets.module.css';
import { ticketAddress } from './use-open-sheet.ts';

/** A ticket that was stored from this phone, as far as is known without the server. */
export function KeptStoredRow({ entry, timeZone }: { entry: OutboxTicket; timeZone: string }) {
  const { photos, receipt } = entry;
  if (receipt === null) return null;
  return (
    <li className={styles.row}>
      <span className={styles.thumb}>
        <KeptThumbnail photo={photos[0]} />
      </span>
      <div className={styles.rowText}>
        <div className={styles.rowHead}>
          <DeliveryMark tone="good" label={t('capture.status.received')} />
          <time className={styles.rowTime} dateTime={receipt.receivedAt}>
            {formatTime(receipt.receivedAt, timeZone, new Date())}
          </time>
        </div>
        <p className={styles.rowDetail}>
          <a className={styles.rowLink} href={ticketAddress(receipt.ticketId)}>
            {t('capture.photos', { count: photos.length })}
          </a>
        </p>
      </div>
    </li>
  );
}
