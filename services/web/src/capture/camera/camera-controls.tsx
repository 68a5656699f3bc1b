import { IconPhoto, IconSend2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { t } from '../../messages/capture-messages.ts';
import { FileButton } from '../draft/file-button.tsx';
import styles from './camera-controls.module.css';

interface CameraControlsProps {
  pages: number;
  isLive: boolean;
  isTaking: boolean;
  isBusy: boolean;
  onPress: () => void;
  onShoot: () => Promise<void>;
  onFiles: (files: readonly File[]) => Promise<void>;
  onDone: () => Promise<void>;
}

/** The thumb's place: gallery, shutter, and the ticket is done. */
export function CameraControls(props: CameraControlsProps) {
  const { pages, isLive, isTaking, isBusy, onPress, onShoot, onFiles, onDone } = props;
  const shutter = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isLive) shutter.current?.focus({ preventScroll: true });
  }, [isLive]);
  return (
    <div className={styles.controls}>
      <FileButton className={styles.side} onFiles={onFiles}>
        <span className={styles.sideIcon}>
          <IconPhoto aria-hidden size={28} />
        </span>
        {t('capture.gallery')}
      </FileButton>
      <button
        ref={shutter}
        type="button"
        className={styles.shutter}
        aria-label={t(pages === 0 ? 'camera.takeFirst' : 'camera.takeNext')}
        aria-disabled={!isLive || isTaking}
        data-state={isTaking ? 'taking' : isLive ? 'ready' : 'off'}
        onPointerDown={onPress}
        onClick={() => void onShoot()}
      >
        <span />
      </button>
      <button
        type="button"
        className={styles.done}
        disabled={pages === 0 || isBusy || isTaking}
        onClick={() => void onDone()}
      >
        <span className={styles.sideIcon}>
          <IconSend2 aria-hidden size={28} />
        </span>
        {t('camera.done')}
      </button>
    </div>
  );
}
