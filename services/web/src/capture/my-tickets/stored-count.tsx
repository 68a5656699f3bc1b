import { IconChevronRight, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { t } from '../../messages/capture-messages.ts';
import captureStyles from '../capture.module.css';
import type { OutboxView } from '../outbox/outbox-view.ts';
import { countTickets } from './count-tickets.ts';
import styles from './stored-count.module.css';
import { receiptsAddress } from './use-open-sheet.ts';

interface StoredCountProps {
  view: Pick<OutboxView, 'tickets' | 'ofOthers'>;
}

/** "12 photographed, 12 stored": always on the screen, and the way to the receipts. */
export function StoredCount({ view }: StoredCountProps) {
  const { photographed, stored, earlier } = countTickets(view.tickets, Date.now());
  const isAllStored = photographed === stored;
  const Icon = isAllStored ? IconCircleCheck : IconClock;
  return (
    <div className={styles.count}>
      <div role="status">
        <a className={styles.line} href={receiptsAddress} data-all={isAllStored}>
          <Icon aria-hidden size={24} stroke={2.2} className={styles.sign} />
          <b>{t('myTickets.counted', { photographed, stored })}</b>
          <span className={captureStyles.hidden}>
            {earlier === 0 ? t('myTickets.today') : t('myTickets.withEarlier', { count: earlier })}
          </span>
          <IconChevronRight aria-hidden size={24} />
        </a>
      </div>
      {view.ofOthers > 0 && <p className={styles.others}>{t('myTickets.ofOthers', { count: view.ofOthers })}</p>}
    </div>
  );
}
