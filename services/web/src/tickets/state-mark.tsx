import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconEye,
  IconEyeOff,
  IconLoader2,
  IconRobot,
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

interface StateMarkProps {
  state: TicketState;
  /** Approved without anybody's look. */
  approvedItself?: boolean;
}

/** A ticket's state: a sign, a word and a colour, each enough by itself. */
export function StateMark({ state, approvedItself = false }: StateMarkProps) {
  const { t } = useTranslation();
  const byItself = state === 'approved' && approvedItself;
  const { tone } = looks[state];
  const Icon = byItself ? IconRobot : looks[state].Icon;
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon aria-hidden size={16} stroke={2} />
      {byItself ? t('tickets.approvedItself') : t(`states.${state}`)}
    </span>
  );
}
