import { lazy, Suspense } from 'react';
import type { OutboxTicket } from '../outbox/outbox-ticket.ts';
import type { CaptureMember } from '../signed-in-member.ts';
import { useOpenSheet } from './use-open-sheet.ts';
import type { RecentTickets } from './use-recent-tickets.ts';

// Not needed for the first tap; the service worker keeps them on the phone.
const TicketSheet = lazy(() => import('./detail/ticket-sheet.tsx'));
const ReceiptsSheet = lazy(() => import('./receipts/receipts-sheet.tsx'));

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
  if (sheet === null) return null;
  const retake =
    onRetake === null
      ? null
      : (ticketId: string) => {
          close();
          onRetake(ticketId);
        };
  return (
    <Suspense>
      {sheet.kind === 'receipts' ? (
        <ReceiptsSheet entries={entries} timeZone={member.timeZone} onClose={close} />
      ) : (
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
      )}
    </Suspense>
  );
}
