import { useId, useState } from 'react';
import { t } from '../../../messages/capture-messages.ts';
import captureStyles from '../../capture.module.css';
import styles from './detail.module.css';

interface SendBackFormProps {
  hasMended: boolean;
  /** Answers a sentence where it could not be sent. */
  onSend: (note: string) => Promise<string | null>;
}

const longestNote = 500;

/** Sends a ticket that was turned down back to review, with what the crew has to say to it. */
export function SendBackForm({ hasMended, onSend }: SendBackFormProps) {
  const id = useId();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    setBusy(true);
    setProblem(await onSend(note.trim()));
    setBusy(false);
  };
  return (
    <div className={styles.sendBack}>
      <p>{t('myTickets.sendBackHint')}</p>
      <label htmlFor={id}>{t('myTickets.note')}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={longestNote}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      <button
        type="button"
        className={captureStyles.secondary}
        disabled={busy || (note.trim() === '' && !hasMended)}
        onClick={() => void send()}
      >
        {t('myTickets.sendBack')}
      </button>
    </div>
  );
}
