import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { imageAddress } from '../../../api/image-address.ts';
import { usePicture } from '../../../live/use-picture.ts';
import { t } from '../../../messages/capture-messages.ts';
import styles from './detail.module.css';

/** The photos of a ticket, side by side. */
export function TicketPages({ ticket }: { ticket: TicketDetail }) {
  return (
    <ul className={styles.pages} data-many={ticket.images.length > 1}>
      {ticket.images.map((image) => (
        <li key={image.id} style={{ aspectRatio: `${image.width} / ${image.height}` }}>
          <PagePicture
            address={imageAddress(ticket.id, image.id, image.hasDerivatives ? 'display' : 'original')}
            name={t('myTickets.page', { page: image.page + 1 })}
          />
        </li>
      ))}
    </ul>
  );
}

function PagePicture({ address, name }: { address: string; name: string }) {
  const { shown, onError } = usePicture();
  return shown ? <img src={address} alt={name} loading="lazy" decoding="async" onError={onError} /> : null;
}
