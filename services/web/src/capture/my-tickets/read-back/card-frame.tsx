import { IconX } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { imageAddress } from '../../../api/image-address.ts';
import { t } from '../../../messages/capture-messages.ts';
import { KeptThumbnail } from '../kept-thumbnail.tsx';
import { StoredThumbnail } from '../stored-thumbnail.tsx';
import type { CardProps } from './card-props.ts';
import styles from './read-back.module.css';

interface CardFrameProps extends Pick<CardProps, 'ticket' | 'photo' | 'left' | 'onPutOff'> {
  title: string;
  tone: 'calm' | 'bad';
  children: ReactNode;
}

/** Which paper this is about, and the way to do it later. */
export function CardFrame({ ticket, photo, left, onPutOff, title, tone, children }: CardFrameProps) {
  const id = useId();
  return (
    <section className={styles.card} data-tone={tone} aria-labelledby={id}>
      <div className={styles.head}>
        <span className={styles.thumb}>
          {photo?.thumbnail ? (
            <KeptThumbnail photo={photo} />
          ) : (
            ticket.hasThumbnail && (
              <StoredThumbnail address={imageAddress(ticket.id, ticket.firstImageId, 'thumbnail')} />
            )
          )}
        </span>
        <div className={styles.words}>
          {/* The card comes by itself, so it is told. */}
          <h2 id={id} role="status">
            {title}
          </h2>
          {left > 0 && <p>{t('myTickets.checkLeft', { count: left })}</p>}
        </div>
        <button type="button" className={styles.later} aria-label={t('myTickets.later')} onClick={onPutOff}>
          <IconX aria-hidden size={28} />
        </button>
      </div>
      {children}
    </section>
  );
}
