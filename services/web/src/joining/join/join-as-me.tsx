import type { Me } from '@ticket-pros/contracts/member';
import { t } from '../../messages/join-messages.ts';
import styles from './join.module.css';
import { JoinForm } from './join-form.tsx';
import { useJoin } from './use-join.ts';

interface JoinAsMeProps {
  token: string;
  me: Me;
  onJoined: () => void;
  onOther: () => void;
}

/** Who is signed in here joins with one press. */
export function JoinAsMe({ token, me, onJoined, onOther }: JoinAsMeProps) {
  const { submit, busy, problem } = useJoin({
    check: () => ({ token, as: 'me' }),
    onOutcome: () => {
      onJoined();
      return null;
    },
  });
  const { name } = me.member;
  return (
    <>
      <JoinForm onSubmit={submit} busy={busy} problem={problem} action={t('join.asMe', { name })}>
        <p className={styles.soft}>{t('join.asMeHint', { name: me.email ?? me.signInName ?? name })}</p>
      </JoinForm>
      <div className={styles.others}>
        <button type="button" className={styles.other} onClick={onOther}>
          {t('join.asSomebodyElse')}
        </button>
      </div>
    </>
  );
}
