import { t } from '../../messages/join-messages.ts';
import { keepInvitationToken } from './invitation-token.ts';
import styles from './join.module.css';

/** The way of who has a sign-in: to the door, and from there back to this invitation. */
export function HaveSignIn({ token }: { token: string }) {
  return (
    <a className={styles.other} href="/sign-in?goTo=/join" onClick={() => keepInvitationToken(token)}>
      {t('join.haveSignIn')}
    </a>
  );
}
