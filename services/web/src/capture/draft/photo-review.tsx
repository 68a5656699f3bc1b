import { IconAlertTriangle, IconArrowLeft, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../messages/capture-messages.ts';
import type { Judgement } from '../camera/photo-looker.ts';
import styles from '../capture.module.css';
import type { Outbox } from '../outbox/outbox.ts';
import { useObjectUrl } from '../use-object-url.ts';
import reviewStyles from './photo-review.module.css';

interface PhotoReviewProps {
  outbox: Outbox;
  photoId: string;
  /** Counted from 1. */
  page: number;
  judgement: Judgement | undefined;
  onRetake: () => void;
  onRemove: () => void;
  onClose: () => void;
}

/** One photo large: what may be wrong with it, and the page that was found in it, as a suggestion and no more. */
export function PhotoReview({ outbox, photoId, page, judgement, onRetake, onRemove, onClose }: PhotoReviewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [photo, setPhoto] = useState<Blob | null | undefined>(undefined);
  const [notShown, setNotShown] = useState(false);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const address = useObjectUrl(photo ?? undefined);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    let wanted = true;
    outbox
      .readPhoto(photoId)
      .catch(() => null)
      .then((read) => wanted && setPhoto(read));
    return () => {
      wanted = false;
    };
  }, [outbox, photoId]);

  const corners = judgement?.corners;
  return (
    <dialog ref={dialog} className={reviewStyles.review} onClose={onClose} aria-label={t('capture.photoAlt', { page })}>
      <div className={reviewStyles.picture}>
        {address && !notShown && (
          <img
            src={address}
            alt={t('capture.photoAlt', { page })}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setSize({ width, height })}
            onError={() => setNotShown(true)}
          />
        )}
        {notShown && <p>{t('capture.notShown')}</p>}
        {photo === null && <p>{t('camera.gone')}</p>}
        {corners && size && (
          <svg aria-hidden viewBox={`0 0 ${size.width} ${size.height}`}>
            <polygon points={corners.map(({ x, y }) => `${x * size.width},${y * size.height}`).join(' ')} />
          </svg>
        )}
      </div>
      <div className={reviewStyles.below}>
        {judgement?.warnings.map((warning) => (
          <p key={warning} className={reviewStyles.warning}>
            <IconAlertTriangle aria-hidden size={24} />
            {t(`camera.warnings.${warning}`)}
          </p>
        ))}
        {corners && <p className={styles.soft}>{t('camera.suggestion')}</p>}
        <div className={reviewStyles.buttons}>
          <button type="button" className={styles.secondary} onClick={onClose}>
            <IconArrowLeft aria-hidden size={24} />
            {t('camera.close')}
          </button>
          <button type="button" className={styles.secondary} onClick={onRemove}>
            <IconTrash aria-hidden size={24} />
            {t('camera.remove')}
          </button>
          <button type="button" className={styles.primary} onClick={onRetake}>
            {t('camera.retake')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
