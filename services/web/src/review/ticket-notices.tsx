import {
  IconAlertTriangle,
  IconCircleX,
  IconCopy,
  IconEyeOff,
  IconInfoCircle,
  IconMessage,
  IconTargetArrow,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { photographedAgainReason } from '@ticket-pros/contracts/read-back';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { useTranslation } from 'react-i18next';
import { Notice } from '../shell/notice.tsx';
import styles from './review.module.css';

/** What has to be known about the ticket as a whole before its values are looked at. */
export function TicketNotices({ ticket }: { ticket: TicketDetail }) {
  const { t } = useTranslation();
  const first = ticket.images.find(({ duplicateOfTicketId }) => duplicateOfTicketId !== null)?.duplicateOfTicketId;
  const nothingRead = ticket.state === 'needs_review' && ticket.values.length === 0;
  return (
    <div className={styles.notices}>
      {ticket.failure && (
        <Notice tone="bad" icon={IconAlertTriangle} title={t('review.notices.failed')}>
          {t(`failures.${ticket.failure}`)}
        </Notice>
      )}
      {ticket.rejectReason && ticket.rejectReason !== photographedAgainReason && (
        <Notice tone="bad" icon={IconCircleX} title={t('review.notices.rejected')}>
          {ticket.rejectReason}
        </Notice>
      )}
      {ticket.state === 'unreadable' && (
        <Notice tone="info" icon={IconEyeOff}>
          {t('review.notices.unreadable')}
        </Notice>
      )}
      {(ticket.state === 'reading' || ticket.state === 'received') && (
        <Notice tone="info" icon={IconInfoCircle}>
          {t(`review.notices.${ticket.state}`)}
        </Notice>
      )}
      {ticket.state === 'needs_review' && ticket.isSample && (
        <Notice tone="info" icon={IconTargetArrow} title={t('tickets.spotCheck')}>
          {t('review.notices.spotCheck')}
        </Notice>
      )}
      {nothingRead && (
        <Notice tone="info" icon={IconInfoCircle}>
          {t('review.notices.noValues')}
        </Notice>
      )}
      {ticket.resubmission && (
        <Notice tone="info" icon={IconMessage} title={t('review.notices.resubmitted')}>
          {ticket.resubmission.answers && (
            <p>{t('review.notices.resubmittedAfter', { reason: ticket.resubmission.answers })}</p>
          )}
          {ticket.resubmission.note ?? t('review.notices.resubmittedMended')}
        </Notice>
      )}
      {ticket.replacesTicketId && (
        <Notice tone="info" icon={IconInfoCircle}>
          {t('review.notices.replaces')}{' '}
          <Link to="/review/$ticketId" params={{ ticketId: ticket.replacesTicketId }}>
            {t('review.notices.openEarlier')}
          </Link>
        </Notice>
      )}
      {ticket.replacedByTicketId && (
        <Notice tone="info" icon={IconInfoCircle}>
          {t('review.notices.replaced')}{' '}
          <Link to="/review/$ticketId" params={{ ticketId: ticket.replacedByTicketId }}>
            {t('review.notices.openNewer')}
          </Link>
        </Notice>
      )}
      {ticket.isDuplicate && (
        <Notice tone="warn" icon={IconCopy}>
          {t('review.notices.duplicate')}{' '}
          {first && (
            <Link to="/review/$ticketId" params={{ ticketId: first }}>
              {t('review.notices.openFirst')}
            </Link>
          )}
        </Notice>
      )}
    </div>
  );
}
