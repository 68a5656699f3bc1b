import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../messages/capture-messages.ts';
import styles from './sheet.module.css';

interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A page over the page. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.sheet} aria-label={title} onClose={onClose}>
      <header className={styles.head}>
        <button type="button" className={styles.back} aria-label={t('myTickets.back')} onClick={onClose}>
          <IconArrowLeft aria-hidden size={28} />
        </button>
        <h2>{title}</h2>
      </header>
      <div className={styles.body}>{children}</div>
    </dialog>
  );
}
