import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconCopy, IconEyeOff, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { useTranslation } from 'react-i18next';
import styles from './review.module.css';

/** What has to be known about the ticket as a whole before its values are looked at. */
export function TicketNotices({ ticket }: { ticket: TicketDetail }) {
  const { t } = useTranslation();
  const first = ticket.images.find(({ duplicateOfTicketId }) => duplicateOfTicketId !== null)?.duplicateOfTicketId;
  const nothingRead = ticket.state === 'needs_review' && ticket.values.length === 0;
  return (
    <div className={styles.notices}>
      {ticket.failure && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('review.notices.failed')}>
          {t(`failures.${ticket.failure}`)}
        </Alert>
      )}
      {ticket.rejectReason && (
        <Alert color="red" icon={<IconCircleX aria-hidden />} title={t('review.notices.rejected')}>
          {ticket.rejectReason}
        </Alert>
      )}
      {ticket.state === 'unreadable' && (
        <Alert color="gray" icon={<IconEyeOff aria-hidden />}>
          {t('review.notices.unreadable')}
        </Alert>
      )}
      {(ticket.state === 'reading' || ticket.state === 'received') && (
        <Alert icon={<IconInfoCircle aria-hidden />}>{t(`review.notices.${ticket.state}`)}</Alert>
      )}
      {nothingRead && <Alert icon={<IconInfoCircle aria-hidden />}>{t('review.notices.noValues')}</Alert>}
      {ticket.isDuplicate && (
        <Alert color="yellow" icon={<IconCopy aria-hidden />}>
          {t('review.notices.duplicate')}{' '}
          {first && (
            <Link to="/review/$ticketId" params={{ ticketId: first }}>
              {t('review.notices.openFirst')}
            </Link>
          )}
        </Alert>
      )}
    </div>
  );
}
