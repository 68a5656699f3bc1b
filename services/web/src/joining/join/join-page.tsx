import type { InvitationLook } from '@ticket-pros/contracts/invitation';
import type { Me } from '@ticket-pros/contracts/member';
import { useState } from 'react';
import { Mark } from '../../identity/mark.tsx';
import { t } from '../../messages/join-messages.ts';
import { usePageLanguage } from '../../messages/use-page-language.ts';
import { forgetInvitationToken } from './invitation-token.ts';
import styles from './join.module.css';
import { JoinAsMe } from './join-as-me.tsx';
import { JoinLanguage } from './join-language.tsx';
import { JoinWithEmail } from './join-with-email.tsx';
import { JoinWithName } from './join-with-name.tsx';
import { LookIntoMail } from './look-into-mail.tsx';

interface JoinPageProps {
  token: string;
  invitation: InvitationLook;
  /** Who is signed in on this phone. */
  me: Me | null;
}

type Way = 'me' | 'name' | 'email';

/** Behind an invitation: which company, who invites, and the shortest way in. */
export function JoinPage({ token, invitation, me }: JoinPageProps) {
  usePageLanguage();
  const withName = invitation.role === 'crew' && invitation.email === null;
  const [way, setWay] = useState<Way>(me !== null ? 'me' : withName ? 'name' : 'email');
  const [mailTo, setMailTo] = useState<string | null>(null);

  const enter = () => {
    forgetInvitationToken();
    // Replaces this page: the way back from inside does not lead to a used invitation.
    window.location.replace(invitation.role === 'crew' ? '/capture' : '/tickets');
  };

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Mark size={32} />
        <b>{t('common.productName')}</b>
        <JoinLanguage />
      </header>
      <main className={styles.main}>
        <p className={styles.inviter}>{t('join.invites', { inviter: invitation.inviter })}</p>
        <h1 className={styles.company}>{invitation.company}</h1>
        <p className={styles.soft}>{t(`join.does.${invitation.role}`)}</p>
        {mailTo !== null ? (
          <LookIntoMail email={mailTo} />
        ) : way === 'me' && me !== null ? (
          <JoinAsMe token={token} me={me} onJoined={enter} onOther={() => setWay(withName ? 'name' : 'email')} />
        ) : way === 'name' ? (
          <JoinWithName token={token} invitation={invitation} onJoined={enter} onEmail={() => setWay('email')} />
        ) : (
          <JoinWithEmail
            token={token}
            invitation={invitation}
            onJoined={enter}
            onMailSent={setMailTo}
            onName={withName ? () => setWay('name') : null}
          />
        )}
      </main>
    </div>
  );
}
