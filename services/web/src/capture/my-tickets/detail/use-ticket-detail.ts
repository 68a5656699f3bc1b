import type { TicketDetail, TicketSummary } from '@ticket-pros/contracts/ticket';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../../api/client.ts';

export interface HeldDetail {
  ticket: TicketDetail | null;
  failed: boolean;
  reload: () => Promise<void>;
  show: (ticket: TicketDetail) => void;
}

/** One ticket whole. Loaded again whenever the list knows a newer version of it, and when the signal is back. */
export function useTicketDetail(ticketId: string, listed: TicketSummary | undefined, online: boolean): HeldDetail {
  const [ticket, setTicket] = useState<TicketDetail | null>(null);
  const [failed, setFailed] = useState(false);

  const reload = useCallback(async () => {
    try {
      const { data } = await api.GET('/v1/tickets/{ticketId}', { params: { path: { ticketId } } });
      setFailed(data === undefined);
      if (data) setTicket(data);
    } catch {
      setFailed(true);
    }
  }, [ticketId]);

  const held = ticket?.id === ticketId ? ticket : null;
  const isOld = held === null || (listed !== undefined && listed.version > held.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each newer version is asked for once
  useEffect(() => {
    if (isOld && online) void reload();
  }, [isOld, online, listed?.version, reload]);

  return { ticket: held, failed, reload, show: setTicket };
}
