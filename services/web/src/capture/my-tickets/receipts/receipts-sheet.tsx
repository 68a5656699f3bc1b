import { t } from '../../../messages/capture-messages.ts';
import type { OutboxTicket } from '../../outbox/outbox-ticket.ts';
import { KeptThumbnail } from '../kept-thumbnail.tsx';
import { Sheet } from '../sheet.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import styles from './receipts.module.css';

interface ReceiptsSheetProps {
  /** This member's entries on this phone. */
  entries: readonly OutboxTicket[];
  timeZone: string;
  onClose: () => void;
}

/** A line for every ticket that the count counts: its receipt, or that it is not stored yet. The newest first. */
export default function ReceiptsSheet({ entries, timeZone, onClose }: ReceiptsSheetProps) {
  const today = new Date().toDateString();
  const counted = entries
    .filter(({ status, createdAt, photos }) => {
      const isOfToday = new Date(createdAt).toDateString() === today;
      return photos.length > 0 && (isOfToday || status !== 'stored');
    })
    .toReversed();
  return (
    <Sheet title={t('myTickets.receipts')} onClose={onClose}>
      <p>{counted.length === 0 ? t('myTickets.receiptsNone') : t('myTickets.receiptsHint')}</p>
      <ul>
        {counted.map(({ uploadId, photos, receipt }) => (
          <li key={uploadId} className={styles.row}>
            <span className={styles.thumb}>
              <KeptThumbnail photo={photos[0]} />
            </span>
            <div className={styles.text}>
              <p className={styles.photos}>{t('capture.photos', { count: photos.length })}</p>
              {receipt === null ? (
                <p className={styles.waiting}>{t('myTickets.notStored')}</p>
              ) : (
                <ReceiptCard receipt={receipt} timeZone={timeZone} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
