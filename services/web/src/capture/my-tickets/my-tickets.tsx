import { t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';
import type { Outbox } from '../outbox/outbox.ts';
import type { OutboxView } from '../outbox/outbox-view.ts';
import type { CaptureMember } from '../signed-in-member.ts';
import { FilterBar } from './filter-bar.tsx';
import { KeptStoredRow } from './kept-stored-row.tsx';
import rowStyles from './my-tickets.module.css';
import { OlderTickets } from './older-tickets.tsx';
import { OpenSheets } from './open-sheets.tsx';
import { OutboxRow } from './outbox-row.tsx';
import { saveCopies } from './save-copies.ts';
import { StoredRow } from './stored-row.tsx';
import type { RecentTickets } from './use-recent-tickets.ts';

interface MyTicketsProps {
  outbox: Outbox;
  view: OutboxView;
  member: CaptureMember;
  online: boolean;
  recent: RecentTickets;
  onSendNow: () => void;
  /** Begins a ticket that takes the place of this one; null where nothing may be photographed. */
  onRetake: ((ticketId: string) => void) | null;
}

/** What became of the member's tickets: first those still on the phone, then those on the server. */
export function MyTickets({ outbox, view, member, online, recent, onSendNow, onRetake }: MyTicketsProps) {
  const { tickets, filter, failed, reload } = recent;
  const unsent = view.tickets.filter(({ status }) => status !== 'draft' && status !== 'stored').toReversed();
  const refused = unsent.filter(({ status }) => status === 'refused');
  const kept = filter === 'all' ? unsent : refused;
  // As long as the server's list can't be had, what this phone knows of its own.
  const stored = tickets === null && failed && filter === 'all' ? storedHere(view) : [];
  const isEmpty = tickets?.length === 0 && kept.length === 0;
  return (
    <section className={rowStyles.mine} aria-labelledby="my-tickets">
      <h2 id="my-tickets">{t('capture.mine')}</h2>
      <FilterBar filter={filter} needing={(recent.needing ?? 0) + refused.length} onFilter={recent.setFilter} />
      <ul className={rowStyles.rows}>
        {kept.map((ticket) => (
          <OutboxRow
            key={ticket.uploadId}
            ticket={ticket}
            online={online}
            signedOut={view.paused !== null}
            progress={view.progress.get(ticket.uploadId)}
            onSendNow={onSendNow}
            onTryAgain={async () => {
              await outbox.sendAgain(ticket.uploadId);
              onSendNow();
            }}
            onPhotographAgain={() => void outbox.backToDraft(ticket.uploadId)}
            onSaveCopy={() => void saveCopies(outbox, ticket)}
            onRemove={() => void outbox.remove(ticket.uploadId)}
          />
        ))}
        {stored.map((entry) => (
          <KeptStoredRow key={entry.uploadId} entry={entry} timeZone={member.timeZone} />
        ))}
        {tickets?.map((ticket) => (
          <StoredRow
            key={ticket.id}
            ticket={ticket}
            timeZone={member.timeZone}
            onChanged={reload}
            onRetake={onRetake}
          />
        ))}
        {tickets === null &&
          !failed &&
          ['a', 'b', 'c'].map((key) => <li key={key} className={rowStyles.rowSkeleton} />)}
      </ul>
      {isEmpty && filter === 'all' && (
        <p className={styles.soft}>
          <b>{t('capture.noneTitle')}.</b> {t('capture.noneHint')}
        </p>
      )}
      {isEmpty && filter === 'needsMe' && <p className={styles.soft}>{t('myTickets.nothingNeeded')}</p>}
      {failed && online && (
        <div className={rowStyles.listFailed} role="alert">
          <p>{t('capture.listFailed')}</p>
          <button type="button" className={styles.secondary} onClick={() => void reload()}>
            {t('common.tryAgain')}
          </button>
        </div>
      )}
      <OlderTickets recent={recent} />
      <OpenSheets member={member} recent={recent} entries={view.tickets} online={online} onRetake={onRetake} />
    </section>
  );
}

const mostStored = 20;

function storedHere({ tickets }: OutboxView) {
  return tickets
    .filter(({ status }) => status === 'stored')
    .slice(-mostStored)
    .toReversed();
}
