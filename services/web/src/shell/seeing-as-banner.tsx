import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stopSeeingAs } from '../sign-in/stop-seeing-as.ts';
import styles from './seeing-as-banner.module.css';

/** On every page while an owner sees as another member: who that is, and the way back. */
export function SeeingAsBanner({ name, memberId }: { name: string; memberId: string }) {
  const { t } = useTranslation();
  const [stopping, setStopping] = useState(false);
  const stop = async () => {
    setStopping(true);
    try {
      await stopSeeingAs();
      // Nothing of what was seen as the other one may stay on the page, so it is loaded anew.
      window.location.assign(`/people/${memberId}`);
    } catch {
      setStopping(false);
      notifications.show({ color: 'red', message: t('seeingAs.stopFailed') });
    }
  };
  return (
    <section className={styles.banner}>
      <IconEye aria-hidden size={20} />
      <span className={styles.words}>{t('seeingAs.banner', { name })}</span>
      <Button size="xs" variant="default" loading={stopping} onClick={() => void stop()}>
        {t('seeingAs.stop')}
      </Button>
    </section>
  );
}
