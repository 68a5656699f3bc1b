import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { useEffect, useId, useRef } from 'react';
import { t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';
import askStyles from './ask-pages.module.css';

export type PagesAnswer = 'oneTicket' | 'ticketEach';

interface AskPagesProps {
  pages: number;
  onAnswer: (answer: PagesAnswer) => void;
  onCancel: () => void;
}

/** Asks whether a file's pages are one ticket or as many tickets as pages. */
export function AskPages({ pages, onAnswer, onCancel }: AskPagesProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} onClose={onCancel} aria-labelledby={title}>
      <h2 id={title} className={askStyles.question}>
        {t('capture.askPages.question', { count: pages })}
      </h2>
      <div className={askStyles.answers}>
        {pages <= uploadLimits.imagesPerTicket && (
          <button type="button" className={askStyles.answer} onClick={() => onAnswer('oneTicket')}>
            <span className={askStyles.picture} aria-hidden>
              <i />
            </span>
            {t('capture.askPages.oneTicket', { count: pages })}
          </button>
        )}
        <button type="button" className={askStyles.answer} onClick={() => onAnswer('ticketEach')}>
          <span className={askStyles.picture} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {t('capture.askPages.ticketEach', { count: pages })}
        </button>
      </div>
      <button type="button" className={styles.secondary} onClick={onCancel}>
        {t('capture.askPages.cancel')}
      </button>
    </dialog>
  );
}
