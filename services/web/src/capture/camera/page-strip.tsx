import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { t } from '../../messages/capture-messages.ts';
import { KindChoice } from '../draft/kind-choice.tsx';
import type { Draft } from '../draft/use-draft.ts';
import type { Judgements } from '../draft/use-judgements.ts';
import type { OutboxPhoto, OutboxTicket } from '../outbox/outbox-ticket.ts';
import { useThumbnail } from '../use-thumbnail.ts';
import styles from './camera-controls.module.css';

interface PageStripProps {
  ticket: OutboxTicket | undefined;
  preparing: number;
  judged: Judgements['judged'];
  onLook: (photoId: string) => void;
  onChange: Draft['changeDetails'];
  /** What to do, or what was just done. Shown while there is no photo, and read out all the time. */
  note: string;
}

/** The photos of the ticket so far, small; the newest is in view. */
export function PageStrip({ ticket, preparing, judged, onLook, onChange, note }: PageStripProps) {
  const list = useRef<HTMLUListElement>(null);
  const photos = ticket?.photos ?? [];
  const count = photos.length + preparing;
  useEffect(() => {
    if (count > 0) list.current?.scrollTo({ left: list.current.scrollWidth });
  }, [count]);
  return (
    <div className={styles.strip}>
      <p className={count === 0 ? styles.note : styles.hidden} role="status">
        {note}
      </p>
      <ul ref={list} className={styles.pages} aria-label={t('camera.pages')} hidden={count === 0}>
        {photos.map((photo, index) => (
          <Page
            key={photo.id}
            photo={photo}
            page={index + 1}
            isDoubtful={(judged.get(photo.id)?.warnings.length ?? 0) > 0}
            onLook={() => onLook(photo.id)}
          />
        ))}
        {preparing > 0 && <li className={styles.pageWaiting}>{t('capture.preparing')}</li>}
      </ul>
      {ticket && <KindChoice ticket={ticket} onChange={onChange} />}
    </div>
  );
}

interface PageProps {
  photo: OutboxPhoto;
  page: number;
  isDoubtful: boolean;
  onLook: () => void;
}

function Page({ photo, page, isDoubtful, onLook }: PageProps) {
  const address = useThumbnail(photo);
  return (
    <li className={styles.page}>
      <button
        type="button"
        aria-label={t(isDoubtful ? 'camera.lookAtDoubtful' : 'camera.lookAt', { page })}
        onClick={onLook}
      >
        {address && <img src={address} alt="" decoding="async" />}
        <span aria-hidden>{page}</span>
        {isDoubtful && <IconAlertTriangle aria-hidden size={24} />}
      </button>
    </li>
  );
}
