import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { WouldChange } from '@ticket-pros/contracts/learning';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { wouldChangeQuery } from './would-change-query.ts';

/** Corrections come one after the other: asked once they rest. */
const restMs = 700;

/**
 * What approving the ticket would change on others, once a member has corrected something on it; null while that is not known, or where
 * it is nothing.
 */
export function useWouldChange(ticket: TicketDetail, mayApprove: boolean): WouldChange | null {
  const isCorrected = ticket.values.some(({ source }) => source === 'member');
  const [restedVersion] = useDebouncedValue(ticket.version, restMs);
  const version = mayApprove && isCorrected && restedVersion === ticket.version ? restedVersion : null;
  const { data } = useQuery(wouldChangeQuery(ticket.id, version));
  return data && data.tickets.length > 0 ? data : null;
}
