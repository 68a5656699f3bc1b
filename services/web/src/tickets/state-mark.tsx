import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconEye,
  IconEyeOff,
  IconLoader2,
} from '@tabler/icons-react';
import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import { useTranslation } from 'react-i18next';
import styles from './state-mark.module.css';

const looks = {
  uploading: { Icon: IconClock, tone: 'calm' },
  received: { Icon: IconClock, tone: 'calm' },
  reading: { Icon: IconLoader2, tone: 'busy' },
  needs_review: { Icon: IconEye, tone: 'accent' },
  approved: { Icon: IconCircleCheck, tone: 'good' },
  unreadable: { Icon: IconEyeOff, tone: 'calm' },
  rejected: { Icon: IconCircleX, tone: 'bad' },
  failed: { Icon: IconAlertTriangle, tone: 'bad' },
  deleted: { Icon: IconCircleX, tone: 'calm' },
} as const;

/** A ticket's state: a sign, a word and a colour, each enough by itself. */
export function StateMark({ state }: { state: TicketState }) {
  const { t } = useTranslation();
  const { Icon, tone } = looks[state];
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon aria-hidden size={16} stroke={2} />
      {t(`states.${state}`)}
    </span>
  );
}
