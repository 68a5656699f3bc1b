import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ticketKeys } from '../tickets/ticket-keys.ts';
import { followTicketChanges, type LiveStatus } from './follow-ticket-changes.ts';

function refresh(queryClient: QueryClient, ticketIds: ReadonlySet<string> | null): void {
  if (ticketIds === null) {
    void queryClient.invalidateQueries({ queryKey: ticketKeys.all });
    return;
  }
  for (const id of ticketIds) void queryClient.invalidateQueries({ queryKey: ticketKeys.detail(id) });
  void queryClient.invalidateQueries({ queryKey: ticketKeys.lists });
}

/** Keeps every ticket on the screen as it is on the server; mounted once, for as long as somebody is signed in. */
export function useLiveTickets(): LiveStatus {
  const queryClient = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>('connecting');
  useEffect(
    () =>
      followTicketChanges({
        onChange: (ticketIds) => refresh(queryClient, ticketIds),
        onStatus: setStatus,
      }),
    [queryClient],
  );
  return status;
}
