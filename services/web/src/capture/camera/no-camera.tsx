import { IconCameraOff, IconDeviceMobile } from '@tabler/icons-react';
import { t } from '../../messages/capture-messages.ts';
import { FileButton } from '../draft/file-button.tsx';
import styles from './camera-notices.module.css';
import type { CameraProblem } from './camera-problem.ts';

interface NoCameraProps {
  problem: CameraProblem;
  onTryAgain: () => void;
  onFiles: (files: readonly File[]) => Promise<void>;
}

/** Why there is no live picture, and how a photo gets in all the same. */
export function NoCamera({ problem, onTryAgain, onFiles }: NoCameraProps) {
  const isForGood = problem === 'insecure' || problem === 'unsupported';
  return (
    <div className={styles.noCamera} role="alert">
      <IconCameraOff aria-hidden size={44} />
      <p>{t(`camera.problems.${problem}`)}</p>
      <FileButton camera className={styles.bright} onFiles={onFiles}>
        <IconDeviceMobile aria-hidden size={24} />
        {t('camera.ownCamera')}
      </FileButton>
      {!isForGood && (
        <button type="button" className={styles.quiet} onClick={onTryAgain}>
          {t('common.tryAgain')}
        </button>
      )}
    </div>
  );
}
