import { useState } from 'react';
import { t } from '../../messages/capture-messages.ts';
import { AskFirst } from '../ask-first.tsx';
import styles from '../capture.module.css';
import type { OutboxTicket } from '../outbox/outbox-ticket.ts';
import { useThumbnail } from '../use-thumbnail.ts';
import { DeliveryMark } from './delivery-mark.tsx';
import { describeOutboxTicket } from './describe-delivery.ts';
import { describeRefusal } from './describe-refusal.ts';
import { describeTrouble } from './describe-trouble.ts';
import rowStyles from './my-tickets.module.css';

interface OutboxRowProps {
  ticket: OutboxTicket;
  online: boolean;
  signedOut: boolean;
  progress: number | undefined;
  onSendNow: () => void;
  onTryAgain: () => Promise<void>;
  /** Makes it the draft again, to take its pages anew. */
  onPhotographAgain: () => void;
  onSaveCopy: () => void;
  onRemove: () => void;
}

/** A ticket that is still on the phone. */
export function OutboxRow(props: OutboxRowProps) {
  const { ticket, online, signedOut, progress, onSendNow, onTryAgain, onPhotographAgain, onSaveCopy, onRemove } = props;
  const [asking, setAsking] = useState(false);
  const address = useThumbnail(ticket.photos[0]);
  const delivery = describeOutboxTicket(ticket, online, progress);
  const percent = Math.round((progress ?? 0) * 100);
  const stuck = delivery.status === 'waiting' && ticket.attempts > 0;
  return (
    <li className={rowStyles.row}>
      <span className={rowStyles.thumb}>{address && <img src={address} alt="" decoding="async" />}</span>
      <div className={rowStyles.rowText}>
        <DeliveryMark tone={delivery.tone} label={t(`capture.status.${delivery.status}`, { percent })} />
        <p className={rowStyles.rowDetail}>
          {ticket.refusal
            ? describeRefusal(ticket.refusal)
            : signedOut
              ? t('capture.signInToSend')
              : stuck && ticket.trouble
                ? describeTrouble(ticket.trouble)
                : ticket.photos.length > 0 && t('capture.photos', { count: ticket.photos.length })}
        </p>
        {delivery.status === 'sending' && <progress className={rowStyles.progress} value={percent} max={100} />}
        {stuck && online && (
          <button type="button" className={styles.secondary} onClick={onSendNow}>
            {t('capture.sendNow')}
          </button>
        )}
        {delivery.status === 'refused' && (
          <div className={rowStyles.rowButtons}>
            <button type="button" className={styles.secondary} onClick={() => void onTryAgain()}>
              {t('common.tryAgain')}
            </button>
            <button type="button" className={styles.secondary} onClick={onPhotographAgain}>
              {t('outbox.photographAgain')}
            </button>
            <button type="button" className={styles.secondary} onClick={onSaveCopy}>
              {t('outbox.saveCopy')}
            </button>
            <button type="button" className={styles.secondary} onClick={() => setAsking(true)}>
              {t('common.remove')}
            </button>
          </div>
        )}
      </div>
      {asking && (
        <AskFirst
          question={t('capture.removeAsk')}
          yes={t('capture.removeYes')}
          no={t('capture.removeNo')}
          onYes={onRemove}
          onNo={() => setAsking(false)}
        />
      )}
    </li>
  );
}
