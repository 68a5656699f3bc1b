import type { TicketDetail, TicketSummary } from '@ticket-pros/contracts/ticket';
import { useState } from 'react';
import { t } from '../../../messages/capture-messages.ts';
import { formatTime } from '../../../tickets/format-time.ts';
import captureStyles from '../../capture.module.css';
import type { OutboxTicket } from '../../outbox/outbox-ticket.ts';
import type { CaptureMember } from '../../signed-in-member.ts';
import { DeliveryMark } from '../delivery-mark.tsx';
import { describeStoredTicket, wordOf } from '../describe-delivery.ts';
import { ReceiptCard } from '../receipts/receipt-card.tsx';
import { Sheet } from '../sheet.tsx';
import { type Spoken, saveValue, sendBack } from '../speak-for-ticket.ts';
import type { RecentTickets } from '../use-recent-tickets.ts';
import styles from './detail.module.css';
import { KnownValues } from './known-values.tsx';
import type { ListedValue } from './list-values.ts';
import { OfficeChanges } from './office-changes.tsx';
import { SendBackForm } from './send-back-form.tsx';
import { TicketPages } from './ticket-pages.tsx';
import { TicketStory } from './ticket-story.tsx';
import { TicketValues } from './ticket-values.tsx';
import { useTicketDetail } from './use-ticket-detail.ts';

interface TicketSheetProps {
  ticketId: string;
  member: CaptureMember;
  recent: RecentTickets;
  entries: readonly OutboxTicket[];
  online: boolean;
  /** null: only looking. */
  onRetake: ((ticketId: string) => void) | null;
  onClose: () => void;
}

/** One ticket of the member whole: where it stands and why, its pages and values, and what can be done about it. */
export default function TicketSheet({
  ticketId,
  member,
  recent,
  entries,
  online,
  onRetake,
  onClose,
}: TicketSheetProps) {
  const listed = recent.tickets?.find(({ id }) => id === ticketId) ?? recent.newest?.find(({ id }) => id === ticketId);
  const { ticket, failed, reload, show } = useTicketDetail(ticketId, listed, online);
  const known: TicketSummary | null = ticket ?? listed ?? null;
  const receipt = entries.find((entry) => entry.receipt?.ticketId === ticketId)?.receipt ?? null;
  return (
    <Sheet title={known?.ticketNumber ?? t('myTickets.unnumbered')} onClose={onClose}>
      {known !== null && <Standing ticket={known} timeZone={member.timeZone} />}
      {ticket === null && known !== null && <TicketStory ticket={known} />}
      {ticket === null && known !== null && <KnownValues ticket={known} />}
      {ticket === null && !online && <p role="status">{t('myTickets.detailOffline')}</p>}
      {ticket === null && online && !failed && <p role="status">{t('myTickets.loading')}</p>}
      {ticket === null && online && failed && (
        <div role="alert">
          <p>{t('myTickets.detailFailed')}</p>
          <button type="button" className={captureStyles.secondary} onClick={() => void reload()}>
            {t('common.tryAgain')}
          </button>
        </div>
      )}
      {ticket !== null && (
        <TicketBody
          ticket={ticket}
          mine={ticket.capturedBy.memberId === member.id && onRetake !== null}
          onRetake={() => onRetake?.(ticket.id)}
          onChanged={(changed) => {
            show(changed);
            recent.replace(changed);
            void recent.reload();
          }}
          onConflict={reload}
        />
      )}
      {receipt !== null && (
        <section className={styles.section}>
          <h3>{t('myTickets.receipt')}</h3>
          <ReceiptCard receipt={receipt} timeZone={member.timeZone} />
        </section>
      )}
    </Sheet>
  );
}

function Standing({ ticket, timeZone }: { ticket: TicketSummary; timeZone: string }) {
  const delivery = describeStoredTicket(ticket);
  return (
    <p className={styles.standing}>
      <DeliveryMark tone={delivery.tone} label={t(wordOf(delivery))} />
      <time dateTime={ticket.receivedAt}>
        {t('myTickets.sentAt', { time: formatTime(ticket.receivedAt, timeZone, new Date()) })}
      </time>
    </p>
  );
}

interface TicketBodyProps {
  ticket: TicketDetail;
  mine: boolean;
  onRetake: () => void;
  onChanged: (ticket: TicketDetail) => void;
  onConflict: () => Promise<void>;
}

function TicketBody({ ticket, mine, onRetake, onChanged, onConflict }: TicketBodyProps) {
  const [mended, setMended] = useState<ReadonlyMap<string, { value: ListedValue; text: string | null }>>(new Map());
  const isTurnedDown = ticket.state === 'rejected' || ticket.state === 'unreadable';
  const maySendBack = mine && isTurnedDown && ticket.replacedByTicketId === null;
  const mayRetake = mine && ticket.replacedByTicketId === null && ticket.state !== 'approved';

  const take = async (spoken: Spoken): Promise<string | null> => {
    if (spoken.kind === 'done') {
      setMended(new Map());
      onChanged(spoken.ticket);
      return null;
    }
    if (spoken.kind === 'offline') return t('myTickets.unsavedOffline');
    if (spoken.kind === 'refused') return spoken.sentence;
    await onConflict();
    return t('myTickets.changedMeanwhile');
  };
  const mend = async (value: ListedValue, text: string | null) => {
    const { field, row, key } = value;
    if (ticket.state === 'needs_review') return take(await saveValue(ticket, { field, row, text }));
    // What was turned down is mended and sent back in one.
    setMended((held) => new Map(held).set(key, { value, text }));
    return null;
  };
  const resubmit = async (note: string) => {
    const values = [...mended.values()].map(({ value: { field, row }, text }) => ({ field, row, text }));
    return take(await sendBack(ticket, note, values));
  };

  return (
    <>
      <TicketStory ticket={ticket} />
      {mayRetake && (
        <button
          type="button"
          className={
            isTurnedDown || ticket.state === 'failed'
              ? `${captureStyles.secondary} ${captureStyles.primary}`
              : captureStyles.secondary
          }
          onClick={onRetake}
        >
          {t('myTickets.photographAgain')}
        </button>
      )}
      <OfficeChanges ticket={ticket} />
      <TicketPages ticket={ticket} />
      <TicketValues
        ticket={ticket}
        mended={new Map([...mended].map(([key, { text }]) => [key, text]))}
        onMend={maySendBack || (mine && ticket.state === 'needs_review') ? mend : null}
      />
      {maySendBack && <SendBackForm hasMended={mended.size > 0} onSend={resubmit} />}
    </>
  );
}
