import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../messages/capture-messages.ts';
import { stopSeeingAs } from '../sign-in/stop-seeing-as.ts';
import styles from './capture.module.css';

/** While an owner sees as another member: who that is, and the way back. */
export function SeeingAsNotice({ name, memberId }: { name: string; memberId: string }) {
  const [failed, setFailed] = useState(false);
  const stop = async () => {
    try {
      await stopSeeingAs();
      window.location.assign(`/people/${memberId}`);
    } catch {
      setFailed(true);
    }
  };
  return (
    <section className={styles.banner}>
      <IconEye aria-hidden size={24} />
      <span role="status">{failed ? t('seeingAs.stopFailed') : t('seeingAs.banner', { name })}</span>
      <button type="button" className={styles.secondary} onClick={() => void stop()}>
        {t('seeingAs.stop')}
      </button>
    </section>
  );
}
