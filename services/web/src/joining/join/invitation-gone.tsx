import { Mark } from '../../identity/mark.tsx';
import { t } from '../../messages/join-messages.ts';
import styles from './join.module.css';

const words = {
  cut: () => [t('join.cutTitle'), t('join.cutHint')],
  over: () => [t('problems.invitation_over'), t('join.overHint')],
  unreachable: () => [t('common.productName'), t('common.unreachable')],
};

/** Why there is nothing to join here, and what to do about it. */
export function InvitationGone({ reason }: { reason: keyof typeof words }) {
  const [title, hint] = words[reason]();
  return (
    <main className={styles.notice}>
      <Mark size={48} />
      <h1>{title}</h1>
      <p>{hint}</p>
      {reason === 'unreachable' && (
        <button type="button" className={styles.primary} onClick={() => window.location.reload()}>
          {t('common.tryAgain')}
        </button>
      )}
    </main>
  );
}
