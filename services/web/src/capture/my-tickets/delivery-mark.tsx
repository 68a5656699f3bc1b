import { IconAlertTriangle, IconCheck, IconClock, IconLoader2 } from '@tabler/icons-react';
import type { DeliveryTone } from './describe-delivery.ts';
import styles from './my-tickets.module.css';

const icons = { calm: IconClock, busy: IconLoader2, good: IconCheck, bad: IconAlertTriangle };

/** A ticket's state in a word, with a sign that needs no colour. */
export function DeliveryMark({ tone, label }: { tone: DeliveryTone; label: string }) {
  const Icon = icons[tone];
  return (
    <span className={styles.delivery} data-tone={tone}>
      <Icon aria-hidden size={20} stroke={2.5} />
      {label}
    </span>
  );
}
