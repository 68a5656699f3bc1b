import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { followTicketChanges, type LiveStatus } from '../../live/follow-ticket-changes.ts';

export interface RecentTickets {
  /** null until they were loaded once. */
  tickets: readonly TicketSummary[] | null;
  failed: boolean;
  reload: () => Promise<void>;
}

const shown = 20;
const pollMs = 15_000;

/** The member's latest tickets on the server, kept fresh by live events, and by asking now and then without them. */
export function useRecentTickets(memberId: string): RecentTickets {
  const [tickets, setTickets] = useState<readonly TicketSummary[] | null>(null);
  const [failed, setFailed] = useState(false);

  const reload = useCallback(async () => {
    try {
      const { data } = await api.GET('/v1/tickets', { params: { query: { memberId, limit: shown, sort: 'newest' } } });
      setFailed(data === undefined);
      if (data) setTickets(data.tickets);
    } catch {
      setFailed(true);
    }
  }, [memberId]);

  useEffect(() => {
    let live: LiveStatus = 'connecting';
    void reload();
    const stop = followTicketChanges({
      onChange: () => void reload(),
      onStatus: (status) => {
        live = status;
      },
    });
    const poll = setInterval(() => {
      if (live !== 'live' && navigator.onLine && document.visibilityState === 'visible') void reload();
    }, pollMs);
    return () => {
      stop();
      clearInterval(poll);
    };
  }, [reload]);

  return { tickets, failed, reload };
}
