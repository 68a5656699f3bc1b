import { IconAlertTriangle } from '@tabler/icons-react';
import { t } from '../../messages/capture-messages.ts';
import styles from './camera-notices.module.css';
import type { PhotoWarning } from './quality/judge-photo.ts';

interface QualityNoticeProps {
  warning: PhotoWarning;
  onRetake: () => void;
  onAccept: () => void;
}

/** What is wrong with the photo just taken, and what to do about it. Who does nothing sends it as it is. */
export function QualityNotice({ warning, onRetake, onAccept }: QualityNoticeProps) {
  return (
    <div className={styles.quality} role="alert">
      <p>
        <IconAlertTriangle aria-hidden size={26} />
        {t(`camera.warnings.${warning}`)}
      </p>
      <div className={styles.qualityButtons}>
        <button type="button" className={styles.qualityQuiet} onClick={onAccept}>
          {t('camera.sendAnyway')}
        </button>
        <button type="button" className={styles.qualityRetake} onClick={onRetake}>
          {t('camera.retake')}
        </button>
      </div>
    </div>
  );
}
