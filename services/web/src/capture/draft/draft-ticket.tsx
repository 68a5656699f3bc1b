import { IconAlertTriangle, IconDeviceMobile, IconFileText } from '@tabler/icons-react';
import { Mark } from '../../identity/mark.tsx';
import { t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';
import type { OutboxPhoto } from '../outbox/outbox-ticket.ts';
import { useThumbnail } from '../use-thumbnail.ts';
import { DraftNotices } from './draft-notices.tsx';
import draftStyles from './draft-ticket.module.css';
import { FileButton } from './file-button.tsx';
import { KindChoice } from './kind-choice.tsx';
import type { Draft } from './use-draft.ts';
import type { Judgements } from './use-judgements.ts';

interface DraftTicketProps {
  draft: Draft;
  judged: Judgements['judged'];
  nearlyFull: boolean;
  onLook: (photoId: string) => void;
}

/** The photos of the ticket that is being captured, or how to start one. */
export function DraftTicket({ draft, judged, nearlyFull, onLook }: DraftTicketProps) {
  const { draft: ticket, preparing, addFiles, changeDetails } = draft;
  const photos = ticket?.photos ?? [];
  const count = photos.length + preparing;
  return (
    <section className={draftStyles.draft}>
      <div aria-live="polite">
        {count === 0 ? (
          <div className={draftStyles.start}>
            <Mark size={56} />
            <p>{t('capture.hintEmpty')}</p>
          </div>
        ) : (
          <h2>{t('capture.draftTitle', { count })}</h2>
        )}
        {count > 0 && (
          <ul className={draftStyles.tiles}>
            {photos.map((photo, index) => (
              <PhotoTile
                key={photo.id}
                photo={photo}
                page={index + 1}
                isDoubtful={(judged.get(photo.id)?.warnings.length ?? 0) > 0}
                onLook={() => onLook(photo.id)}
              />
            ))}
            {preparing > 0 && <li className={draftStyles.tileWaiting}>{t('capture.preparing')}</li>}
          </ul>
        )}
      </div>
      {count > 0 && <p className={styles.soft}>{t('capture.hintDraft')}</p>}
      <div className={draftStyles.ways}>
        {ticket && <KindChoice ticket={ticket} onChange={changeDetails} />}
        <FileButton camera className={draftStyles.ownCamera} onFiles={addFiles}>
          <IconDeviceMobile aria-hidden size={24} />
          {t('camera.ownCamera')}
        </FileButton>
      </div>
      {nearlyFull && <p className={styles.nearlyFull}>{t('camera.nearlyFull')}</p>}
      <DraftNotices draft={draft} />
    </section>
  );
}

interface PhotoTileProps {
  photo: OutboxPhoto;
  page: number;
  isDoubtful: boolean;
  onLook: () => void;
}

function PhotoTile({ photo, page, isDoubtful, onLook }: PhotoTileProps) {
  const address = useThumbnail(photo);
  return (
    <li className={draftStyles.tile}>
      <button
        type="button"
        aria-label={t(isDoubtful ? 'camera.lookAtDoubtful' : 'camera.lookAt', { page })}
        onClick={onLook}
      >
        {address && <img src={address} alt="" decoding="async" />}
        {photo.thumbnail === null && <IconFileText aria-hidden size={44} stroke={1.5} />}
        <span className={draftStyles.tileNumber} aria-hidden>
          {page}
        </span>
        {isDoubtful && (
          <span className={draftStyles.tileWarning} aria-hidden>
            <IconAlertTriangle size={22} />
          </span>
        )}
      </button>
    </li>
  );
}
