import { t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';
import type { Outbox, OutboxView } from '../outbox/outbox.ts';
import type { CaptureMember } from '../signed-in-member.ts';
import rowStyles from './my-tickets.module.css';
import { OutboxRow } from './outbox-row.tsx';
import { StoredRow } from './stored-row.tsx';
import type { RecentTickets } from './use-recent-tickets.ts';

interface MyTicketsProps {
  outbox: Outbox;
  view: OutboxView;
  member: CaptureMember;
  online: boolean;
  recent: RecentTickets;
  onSendNow: () => void;
}

/** What became of the member's tickets: first those still on the phone, then those on the server. */
export function MyTickets({ outbox, view, member, online, recent, onSendNow }: MyTicketsProps) {
  const kept = view.tickets.filter((ticket) => ticket.memberId === member.id && ticket.status !== 'draft').toReversed();
  const { tickets, failed, reload } = recent;
  return (
    <section className={rowStyles.mine} aria-labelledby="my-tickets">
      <h2 id="my-tickets">{t('capture.mine')}</h2>
      <ul className={rowStyles.rows}>
        {kept.map((ticket) => (
          <OutboxRow
            key={ticket.uploadId}
            ticket={ticket}
            online={online}
            signedOut={view.signedOut}
            progress={view.progress.get(ticket.uploadId)}
            onSendNow={onSendNow}
            onTryAgain={async () => {
              await outbox.put({ ...ticket, status: 'waiting', refusal: null, nextTryAt: 0 });
              onSendNow();
            }}
            onRemove={() => void outbox.remove(ticket.uploadId)}
          />
        ))}
        {tickets?.map((ticket) => (
          <StoredRow key={ticket.id} ticket={ticket} timeZone={member.timeZone} onChanged={reload} />
        ))}
        {tickets === null &&
          !failed &&
          ['a', 'b', 'c'].map((key) => <li key={key} className={rowStyles.rowSkeleton} />)}
      </ul>
      {tickets?.length === 0 && kept.length === 0 && (
        <p className={styles.soft}>
          <b>{t('capture.noneTitle')}.</b> {t('capture.noneHint')}
        </p>
      )}
      {failed && online && (
        <div className={rowStyles.listFailed} role="alert">
          <p>{t('capture.listFailed')}</p>
          <button type="button" className={styles.secondary} onClick={() => void reload()}>
            {t('common.tryAgain')}
          </button>
        </div>
      )}
    </section>
  );
}
