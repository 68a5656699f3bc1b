import { t } from '../../messages/capture-messages.ts';
import type { OutboxTicket } from '../outbox/outbox-ticket.ts';
import type { CaptureMember } from '../signed-in-member.ts';
import { Sheet } from './sheet.tsx';
import { useLateSheets } from './use-late-sheets.ts';
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
  const { sheets, failed } = useLateSheets(sheet !== null, online);
  if (sheet === null) return null;
  if (sheets === null) {
    return (
      <Sheet title={t(sheet.kind === 'receipts' ? 'myTickets.receipts' : 'capture.mine')} onClose={close}>
        <p role="status">{t(failed ? 'myTickets.detailOffline' : 'myTickets.loading')}</p>
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
