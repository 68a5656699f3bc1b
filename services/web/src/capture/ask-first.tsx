import { useEffect, useRef } from 'react';
import styles from './capture.module.css';

interface AskFirstProps {
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
}

/** Asks once before something is lost. */
export function AskFirst({ question, yes, no, onYes, onNo }: AskFirstProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} onClose={onNo} aria-label={question}>
      <p>{question}</p>
      <div className={styles.dialogButtons}>
        <button type="button" className={styles.secondary} onClick={onNo}>
          {no}
        </button>
        <button type="button" className={styles.danger} onClick={onYes}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
