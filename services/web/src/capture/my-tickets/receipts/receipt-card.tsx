import { IconCircleCheck, IconShare } from '@tabler/icons-react';
import type { UploadReceipt } from '@ticket-pros/contracts/upload';
import { useState } from 'react';
import { t } from '../../../messages/capture-messages.ts';
import { formatTime } from '../../../tickets/format-time.ts';
import captureStyles from '../../capture.module.css';
import { describeReceipt, shortHash } from './describe-receipt.ts';
import styles from './receipts.module.css';
import { shareReceipt } from './share-receipt.ts';

/** The server's word for one ticket: when it was stored, the photos' hashes, and the whole of it to be shown and shared. */
export function ReceiptCard({ receipt, timeZone }: { receipt: UploadReceipt; timeZone: string }) {
  const [copied, setCopied] = useState(false);
  const text = describeReceipt(receipt);
  return (
    <div className={styles.receipt}>
      <p className={styles.stored}>
        <IconCircleCheck aria-hidden size={22} stroke={2.2} />
        <span>
          <b>{t('myTickets.stored')}</b>{' '}
          <time dateTime={receipt.receivedAt}>{formatTime(receipt.receivedAt, timeZone, new Date())}</time>
        </span>
      </p>
      <p className={styles.hashes}>{receipt.images.map(({ sha256 }) => shortHash(sha256)).join(' · ')}</p>
      <details className={styles.whole}>
        <summary>{t('myTickets.wholeReceipt')}</summary>
        <pre>{text}</pre>
        <button
          type="button"
          className={captureStyles.secondary}
          onClick={() => void shareReceipt(text).then((how) => setCopied(how === 'copied'))}
        >
          <IconShare aria-hidden size={22} />
          {t('myTickets.share')}
        </button>
        <span role="status" className={styles.copied}>
          {copied && t('myTickets.copied')}
        </span>
      </details>
    </div>
  );
}
