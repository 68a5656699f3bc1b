import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { useState } from 'react';
import { Mark } from '../../identity/mark.tsx';
import { t } from '../../messages/capture-messages.ts';
import { AskFirst } from '../ask-first.tsx';
import styles from '../capture.module.css';
import type { OutboxPhoto, OutboxTicket } from '../outbox/outbox-ticket.ts';
import { useObjectUrl } from '../use-object-url.ts';
import draftStyles from './draft-ticket.module.css';
import type { DraftProblem } from './use-draft.ts';

interface DraftTicketProps {
  draft: OutboxTicket | undefined;
  preparing: number;
  problem: DraftProblem | null;
  onRemove: (photoId: string) => Promise<void>;
}

/** The photos of the ticket that is being captured, or how to start one. */
export function DraftTicket({ draft, preparing, problem, onRemove }: DraftTicketProps) {
  const photos = draft?.photos ?? [];
  const count = photos.length + preparing;
  return (
    <section className={draftStyles.draft} aria-live="polite">
      {count === 0 ? (
        <div className={draftStyles.start}>
          <Mark size={56} />
          <p>{t('capture.hintEmpty')}</p>
        </div>
      ) : (
        <>
          <h2>{t('capture.draftTitle', { count })}</h2>
          <ul className={draftStyles.tiles}>
            {photos.map((photo, index) => (
              <PhotoTile key={photo.id} photo={photo} page={index + 1} onRemove={() => void onRemove(photo.id)} />
            ))}
            {preparing > 0 && <li className={draftStyles.tileWaiting}>{t('capture.preparing')}</li>}
          </ul>
          <p className={styles.soft}>{t('capture.hintDraft')}</p>
        </>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          <IconAlertTriangle aria-hidden size={24} />
          {t(`capture.problems.${problem}`, { max: uploadLimits.imagesPerTicket })}
        </p>
      )}
    </section>
  );
}

function PhotoTile({ photo, page, onRemove }: { photo: OutboxPhoto; page: number; onRemove: () => void }) {
  const address = useObjectUrl(photo.blob);
  const [asking, setAsking] = useState(false);
  return (
    <li className={draftStyles.tile}>
      {address && <img src={address} alt={t('capture.photoAlt', { page })} decoding="async" />}
      <span className={draftStyles.tileNumber} aria-hidden>
        {page}
      </span>
      <button type="button" aria-label={t('capture.removePhoto', { page })} onClick={() => setAsking(true)}>
        <IconX aria-hidden size={22} stroke={2.5} />
      </button>
      {asking && (
        <AskFirst
          question={t('capture.removePhotoAsk')}
          yes={t('capture.removeYes')}
          no={t('capture.removeNo')}
          onYes={onRemove}
          onNo={() => setAsking(false)}
        />
      )}
    </li>
  );
}
