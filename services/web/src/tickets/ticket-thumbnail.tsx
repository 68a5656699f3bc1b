import { IconPhoto } from '@tabler/icons-react';
import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { imageAddress } from '../api/image-address.ts';
import { usePicture } from '../live/use-picture.ts';
import styles from './ticket-list.module.css';

/** The first page of a ticket, small, in a frame that keeps its place until the picture is there. */
export function TicketThumbnail({ ticket }: { ticket: TicketSummary }) {
  const { shown, onError } = usePicture();
  const address = imageAddress(ticket.id, ticket.firstImageId, 'thumbnail');
  return (
    <span className={styles.thumbnail}>
      {ticket.hasThumbnail && shown ? (
        <img src={address} alt="" loading="lazy" decoding="async" onError={onError} />
      ) : (
        <IconPhoto aria-hidden size={20} stroke={1.5} />
      )}
      {ticket.imageCount > 1 && (
        <span className={styles.pageCount} aria-hidden>
          {ticket.imageCount}
        </span>
      )}
    </span>
  );
}
