import { IconListDetails, IconLogout } from '@tabler/icons-react';
import { useState } from 'react';
import { Mark } from '../identity/mark.tsx';
import { t } from '../messages/capture-messages.ts';
import { AskFirst } from './ask-first.tsx';
import styles from './capture.module.css';
import { type CaptureMember, forgetMember } from './signed-in-member.ts';

async function signOut(): Promise<void> {
  await fetch('/v1/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  forgetMember();
  window.location.replace('/sign-in?goTo=/capture');
}

/** Who is here, and the ways out. */
export function CaptureHeader({ member, hasUnsent }: { member: CaptureMember; hasUnsent: boolean }) {
  const [asking, setAsking] = useState(false);
  return (
    <header className={styles.header}>
      <Mark size={32} />
      <p className={styles.who}>
        <b>{t('common.productName')}</b>
        <span>{member.name}</span>
      </p>
      {member.role !== 'crew' && (
        <a className={styles.headerButton} href="/" aria-label={t('capture.office')}>
          <IconListDetails aria-hidden size={24} />
        </a>
      )}
      <button
        type="button"
        className={styles.headerButton}
        aria-label={t('common.signOut')}
        onClick={() => (hasUnsent ? setAsking(true) : void signOut())}
      >
        <IconLogout aria-hidden size={24} />
      </button>
      {asking && (
        <AskFirst
          question={t('capture.signOutAsk')}
          yes={t('common.signOut')}
          no={t('common.cancel')}
          onYes={() => void signOut()}
          onNo={() => setAsking(false)}
        />
      )}
    </header>
  );
}
