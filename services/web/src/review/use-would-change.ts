import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { WouldChange } from '@ticket-pros/contracts/learning';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { wouldChangeQuery } from './would-change-query.ts';

/** Corrections come one after the other: asked once they rest. */
const restMs = 700;

/**
 * What approving the ticket would change on others, once a member has corrected something on it; null while that is not known, or where
 * it is nothing. While a later correction is looked at, what was known before it stays.
 */
export function useWouldChange(ticket: TicketDetail, mayApprove: boolean): WouldChange | null {
  const teaches = mayApprove && ticket.values.some(({ source }) => source === 'member');
  const [restedVersion] = useDebouncedValue(ticket.version, restMs);
  const version = teaches && restedVersion === ticket.version ? restedVersion : null;
  const { data } = useQuery({ ...wouldChangeQuery(ticket.id, version), placeholderData: keepPreviousData });
  return teaches && data && data.tickets.length > 0 ? data : null;
}
