import { IconListDetails, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Mark } from '../identity/mark.tsx';
import { t } from '../messages/capture-messages.ts';
import { signOut } from '../sign-in/sign-out.ts';
import { AskFirst } from './ask-first.tsx';
import styles from './capture.module.css';
import { LanguageButton } from './language-button.tsx';
import { type CaptureMember, forgetMember } from './signed-in-member.ts';

async function leave(): Promise<void> {
  await signOut();
  await forgetMember();
  window.location.replace('/sign-in?goTo=/capture');
}

interface CaptureHeaderProps {
  member: CaptureMember;
  online: boolean;
  hasUnsent: boolean;
}

/** Who is here, and the ways out. Signing out ends the session on the server, so it needs a connection. */
export function CaptureHeader({ member, online, hasUnsent }: CaptureHeaderProps) {
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
      <a className={styles.headerButton} href="/my-account" aria-label={t('capture.account')}>
        <IconUserCircle aria-hidden size={24} />
      </a>
      <LanguageButton member={member} />
      <button
        type="button"
        className={styles.headerButton}
        aria-label={t('common.signOut')}
        disabled={!online}
        onClick={() => (hasUnsent ? setAsking(true) : void leave())}
      >
        <IconLogout aria-hidden size={24} />
      </button>
      {asking && (
        <AskFirst
          question={t('capture.signOutAsk')}
          yes={t('common.signOut')}
          no={t('common.cancel')}
          onYes={() => void leave()}
          onNo={() => setAsking(false)}
        />
      )}
    </header>
  );
}
