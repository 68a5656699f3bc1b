import { type TicketDetail, ticketDetailSchema } from '@ticket-pros/contracts/ticket';
import type { ValueAddress } from '@ticket-pros/contracts/value';
import type { Page } from 'playwright-core';
import { waitUntil } from './wait-until.ts';

/** The ticket as the server has it, for the member whose browser this is. */
export async function findTicket(page: Page, ticketId: string): Promise<TicketDetail> {
  return ticketDetailSchema.parse(await (await page.request.get(`/v1/tickets/${ticketId}`)).json());
}

/** Waits until the reader is done with a ticket, and gives it: one with nothing to read on it has failed, and takes values by hand. */
export function untilRead(page: Page, ticketId: string): Promise<TicketDetail> {
  return waitUntil(`ticket ${ticketId} is read`, async () => {
    const ticket = await findTicket(page, ticketId);
    return (ticket.state === 'needs_review' || ticket.state === 'failed') && ticket;
  });
}

/** Sets plain fields of a ticket past the pages, as somebody else at another desk. */
export async function setValues(
  page: Page,
  ticketId: string,
  texts: Record<ValueAddress['field'], string>,
): Promise<void> {
  const { version } = await findTicket(page, ticketId);
  const values = Object.entries(texts).map(([field, text]) => ({ field, row: 0, text }));
  const response = await page.request.patch(`/v1/tickets/${ticketId}/values`, { data: { version, values } });
  if (!response.ok()) throw new Error(`The values were refused: ${await response.text()}`);
}
