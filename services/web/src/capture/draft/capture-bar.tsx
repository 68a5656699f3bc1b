import { IconCamera, IconCameraPlus, IconPhoto, IconSend2 } from '@tabler/icons-react';
import type { ChangeEvent } from 'react';
import { t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';
import barStyles from './capture-bar.module.css';

interface CaptureBarProps {
  photoCount: number;
  busy: boolean;
  onPhotos: (files: readonly File[]) => Promise<void>;
  onSend: () => Promise<void>;
}

/** The thumb's place: gallery, shutter, send. */
export function CaptureBar({ photoCount, busy, onPhotos, onSend }: CaptureBarProps) {
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.target.files ?? []);
    event.target.value = '';
    if (files.length > 0) void onPhotos(files);
  };
  const started = photoCount > 0;
  return (
    <nav className={barStyles.bar} aria-label={t('capture.title')}>
      <label className={barStyles.barSide}>
        <input className={styles.hidden} type="file" accept="image/*" multiple onChange={take} />
        <span className={barStyles.barIcon}>
          <IconPhoto aria-hidden size={28} />
        </span>
        {t('capture.gallery')}
      </label>
      <label className={barStyles.shutter} data-started={started}>
        <input className={styles.hidden} type="file" accept="image/*" capture="environment" onChange={take} />
        <span className={barStyles.shutterRing}>
          <span className={barStyles.shutterFace}>
            {started ? <IconCameraPlus aria-hidden size={34} /> : <IconCamera aria-hidden size={36} />}
          </span>
        </span>
        {started ? t('capture.addPage') : t('capture.takePhoto')}
      </label>
      <button
        type="button"
        className={barStyles.send}
        disabled={!started || busy}
        data-started={started}
        onClick={() => void onSend()}
      >
        <span className={barStyles.barIcon}>
          <IconSend2 aria-hidden size={28} />
        </span>
        {t('capture.send')}
      </button>
    </nav>
  );
}
