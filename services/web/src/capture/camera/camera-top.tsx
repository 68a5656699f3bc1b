import { IconArrowsLeftRight, IconBulb, IconBulbFilled, IconDeviceMobile, IconListDetails } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../../messages/capture-messages.ts';
import { FileButton } from '../draft/file-button.tsx';
import styles from './camera.module.css';
import { useTorch } from './use-torch.ts';

interface CameraTopProps {
  track: MediaStreamTrack | null;
  count: ReactNode;
  onClose: () => void;
  onFiles: (files: readonly File[]) => Promise<void>;
  onSwitchHand: () => void;
}

/** The way back to the list, and what is needed now and then. */
export function CameraTop({ track, count, onClose, onFiles, onSwitchHand }: CameraTopProps) {
  const torch = useTorch(track);
  const lightLabel = t(torch.isOn ? 'camera.lightOff' : 'camera.lightOn');
  return (
    <div className={styles.top}>
      <button
        type="button"
        className={styles.topButton}
        aria-label={t('camera.toTickets')}
        title={t('camera.toTickets')}
        onClick={onClose}
      >
        <IconListDetails aria-hidden size={26} />
      </button>
      <div className={styles.count}>{count}</div>
      {torch.has && (
        <button
          type="button"
          className={styles.topButton}
          aria-label={lightLabel}
          title={lightLabel}
          aria-pressed={torch.isOn}
          onClick={() => void torch.toggle()}
        >
          {torch.isOn ? <IconBulbFilled aria-hidden size={26} /> : <IconBulb aria-hidden size={26} />}
        </button>
      )}
      <button
        type="button"
        className={`${styles.topButton} ${styles.switchSides}`}
        aria-label={t('camera.switchSides')}
        title={t('camera.switchSides')}
        onClick={onSwitchHand}
      >
        <IconArrowsLeftRight aria-hidden size={26} />
      </button>
      <FileButton camera className={styles.topButton} label={t('camera.ownCamera')} onFiles={onFiles}>
        <IconDeviceMobile aria-hidden size={26} />
      </FileButton>
    </div>
  );
}
