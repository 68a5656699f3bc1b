import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconKeyboard } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../shell/use-page-title.ts';
import { formatTime } from '../tickets/format-time.ts';
import { StateMark } from '../tickets/state-mark.tsx';
import { CrewWord } from './crew-word.tsx';
import styles from './review.module.css';
import type { ReviewQueue } from './use-review-queue.ts';

interface TicketHeaderProps {
  ticket: TicketDetail;
  timeZone: string;
  queue: ReviewQueue;
  onHelp: () => void;
}

/** Which ticket this is, where it stands, and the way to the others. */
export function TicketHeader({ ticket, timeZone, queue, onHelp }: TicketHeaderProps) {
  const { t } = useTranslation();
  usePageTitle(ticket.ticketNumber ?? t('review.untitled'));
  const now = new Date();
  const sent = t('review.sentBy', {
    name: ticket.capturedBy.name,
    time: formatTime(ticket.receivedAt, timeZone, now),
  });
  const approvedAt =
    ticket.state === 'approved' && ticket.approvedAt !== null ? formatTime(ticket.approvedAt, timeZone, now) : null;
  const approved =
    approvedAt === null
      ? null
      : ticket.approvedItself
        ? t('review.approvedItself', { time: approvedAt })
        : ticket.reviewedBy !== null && t('review.approvedBy', { name: ticket.reviewedBy, time: approvedAt });
  return (
    <header className={styles.header}>
      <Link to="/tickets" className={styles.back} aria-label={t('shell.tickets')}>
        <IconArrowLeft aria-hidden size={20} />
      </Link>
      <h1 className={styles.title}>{ticket.ticketNumber ?? t('review.untitled')}</h1>
      <span aria-live="polite" className={styles.state}>
        <StateMark state={ticket.state} approvedItself={ticket.approvedItself} />
      </span>
      {ticket.confirmedByCrewAt !== null && <CrewWord confirmedAt={ticket.confirmedByCrewAt} timeZone={timeZone} />}
      <span className={styles.sent}>{approved || sent}</span>
      <span className={styles.ways}>
        {queue.remaining !== null && (
          <span className={styles.remaining}>{t('review.remaining', { count: queue.remaining })}</span>
        )}
        <Tooltip label={`${t('review.previous')} (K)`}>
          <ActionIcon variant="default" className={styles.way} aria-label={t('review.previous')} onClick={queue.goBack}>
            <IconChevronLeft aria-hidden size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`${t('review.next')} (J)`}>
          <ActionIcon
            variant="default"
            className={styles.way}
            aria-label={t('review.next')}
            disabled={!queue.hasNext}
            onClick={queue.goOn}
          >
            <IconChevronRight aria-hidden size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`${t('review.shortcuts')} (?)`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            className={styles.help}
            aria-label={t('review.shortcuts')}
            onClick={onHelp}
          >
            <IconKeyboard aria-hidden size={20} />
          </ActionIcon>
        </Tooltip>
      </span>
    </header>
  );
}
