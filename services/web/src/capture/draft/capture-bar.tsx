import { IconCamera, IconCameraPlus, IconPhoto, IconSend2 } from '@tabler/icons-react';
import { t } from '../../messages/capture-messages.ts';
import { cameraButtonId } from '../use-camera-place.ts';
import barStyles from './capture-bar.module.css';
import { FileButton } from './file-button.tsx';

interface CaptureBarProps {
  photoCount: number;
  busy: boolean;
  onOpenCamera: () => void;
  onFiles: (files: readonly File[]) => Promise<void>;
  onSend: () => Promise<boolean>;
}

/** The thumb's place: gallery, camera, send. */
export function CaptureBar({ photoCount, busy, onOpenCamera, onFiles, onSend }: CaptureBarProps) {
  const started = photoCount > 0;
  return (
    <nav className={barStyles.bar} aria-label={t('capture.title')}>
      <FileButton className={barStyles.barSide} onFiles={onFiles}>
        <span className={barStyles.barIcon}>
          <IconPhoto aria-hidden size={28} />
        </span>
        {t('capture.gallery')}
      </FileButton>
      <button
        id={cameraButtonId}
        type="button"
        className={barStyles.shutter}
        data-started={started}
        onClick={onOpenCamera}
      >
        <span className={barStyles.shutterRing}>
          <span className={barStyles.shutterFace}>
            {started ? <IconCameraPlus aria-hidden size={34} /> : <IconCamera aria-hidden size={36} />}
          </span>
        </span>
        {started ? t('capture.addPage') : t('capture.takePhoto')}
      </button>
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
