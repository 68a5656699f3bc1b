import { t } from '../../messages/capture-messages.ts';
import styles from '../capture.module.css';
import type { OutboxTicket } from '../outbox/outbox-ticket.ts';
import type { CaptureMember } from '../signed-in-member.ts';
import { useLatePart } from '../use-late-part.ts';
import { loadSheets } from './load-sheets.ts';
import { Sheet } from './sheet.tsx';
import { useOpenSheet } from './use-open-sheet.ts';
import type { RecentTickets } from './use-recent-tickets.ts';

interface OpenSheetsProps {
  member: CaptureMember;
  recent: RecentTickets;
  entries: readonly OutboxTicket[];
  online: boolean;
  onRetake: ((ticketId: string) => void) | null;
}

/** What lies over the page, as the address says. */
export function OpenSheets({ member, recent, entries, online, onRetake }: OpenSheetsProps) {
  const { sheet, close } = useOpenSheet();
  const { part: sheets, failed, tryAgain } = useLatePart(loadSheets, sheet !== null);
  if (sheet === null) return null;
  if (sheets === null) {
    return (
      <Sheet title={t(sheet.kind === 'receipts' ? 'myTickets.receipts' : 'capture.mine')} onClose={close}>
        <p role="status">{t(failed ? 'myTickets.detailOffline' : 'myTickets.loading')}</p>
        {failed && (
          <button type="button" className={styles.secondary} onClick={tryAgain}>
            {t('common.tryAgain')}
          </button>
        )}
      </Sheet>
    );
  }
  const { TicketSheet, ReceiptsSheet } = sheets;
  const retake =
    onRetake === null
      ? null
      : (ticketId: string) => {
          close();
          onRetake(ticketId);
        };
  if (sheet.kind === 'receipts') {
    return <ReceiptsSheet entries={entries} timeZone={member.timeZone} onClose={close} />;
  }
  return (
    <TicketSheet
      key={sheet.ticketId}
      ticketId={sheet.ticketId}
      member={member}
      recent={recent}
      entries={entries}
      online={online}
      onRetake={retake}
      onClose={close}
    />
  );
}
