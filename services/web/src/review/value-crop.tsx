import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import type { TicketValue } from '@ticket-pros/contracts/value';
import styles from './fields.module.css';
import { placeCrop } from './place-crop.ts';
import { useImageSource } from './use-image-source.ts';

const frame = { width: 176, height: 28 };

/** The value's own pixels, cut out of its page, beside what was read there. */
export function ValueCrop({ ticket, value }: { ticket: TicketDetail; value: TicketValue | undefined }) {
  const image = ticket.images.find(({ page }) => page === value?.box?.page);
  return (
    <span className={styles.cropFrame} style={frame} aria-hidden>
      {value?.box && image && <CropImage ticketId={ticket.id} image={image} box={value.box} />}
    </span>
  );
}

interface CropImageProps {
  ticketId: string;
  image: TicketDetail['images'][number];
  box: NonNullable<TicketValue['box']>;
}

function CropImage({ ticketId, image, box }: CropImageProps) {
  const { address, onError } = useImageSource(ticketId, image);
  if (address === null) return null;
  const place = placeCrop(box, image, frame);
  return (
    <span className={styles.crop} style={{ width: place.width }}>
      <img src={address} alt="" style={place.page} onError={onError} draggable={false} />
    </span>
  );
}
