import { useState } from 'react';
import { t } from '../../../messages/capture-messages.ts';
import captureStyles from '../../capture.module.css';
import { isServiceFailure } from '../is-service-failure.ts';
import { askToReadAgain } from '../speak-for-ticket.ts';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import styles from './read-back.module.css';

/** The reading failed: why, and what to do while the paper is still there. */
export function UnreadCard(props: CardProps) {
  const { ticket, onChanged, onConflict, onRetake } = props;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isService = isServiceFailure(ticket.failure);

  const readAgain = async () => {
    setBusy(true);
    const spoken = await askToReadAgain(ticket);
    if (spoken.kind === 'done') onChanged(spoken.ticket);
    else if (spoken.kind === 'conflict') await onConflict();
    else setProblem(spoken.kind === 'offline' ? t('myTickets.unsaidOffline') : spoken.sentence);
    setBusy(false);
  };

  return (
    <CardFrame {...props} tone="bad" title={t('myTickets.unread')}>
      <div className={styles.reason}>
        {ticket.failure !== null && <p>{t(`failures.${ticket.failure}`)}</p>}
        <p>{t(isService ? 'myTickets.unreadService' : 'myTickets.unreadHint')}</p>
      </div>
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      <div className={styles.buttons}>
        {isService && (
          <button type="button" className={captureStyles.secondary} disabled={busy} onClick={() => void readAgain()}>
            {t('capture.readAgain')}
          </button>
        )}
        <button type="button" className={`${captureStyles.secondary} ${captureStyles.primary}`} onClick={onRetake}>
          {t('myTickets.retake')}
        </button>
      </div>
    </CardFrame>
  );
}
