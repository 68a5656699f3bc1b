import { createHash, randomUUID } from 'node:crypto';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import {
  type TicketDetail,
  ticketDetailSchema,
  ticketPageSchema,
  uploadAnswerSchema,
} from '@ticket-pros/contracts/ticket';
import { cookieOf, runningProduct } from './running-product.ts';
import { waitUntil } from './wait-until.ts';

/** Calls the API as a demo member does. */
export function callApi(role: MemberRole, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('cookie', cookieOf(role));
  return fetch(`${runningProduct().address}${path}`, { ...init, headers });
}

/** Sends pictures as one new ticket of the crew member. */
export async function sendTicket(...pictures: Buffer<ArrayBuffer>[]): Promise<TicketDetail> {
  const images = pictures.map((bytes) => ({ sha256: createHash('sha256').update(bytes).digest('hex') }));
  const body = new FormData();
  body.append('manifest', JSON.stringify({ uploadId: randomUUID(), images }));
  for (const bytes of pictures) body.append('image', new Blob([bytes]), 'page.jpg');
  return uploadAnswerSchema.parse(await readJson(await callApi('crew', '/v1/tickets', { method: 'POST', body })))
    .ticket;
}

/** The ticket as the office sees it now. */
export async function findTicket(ticketId: string): Promise<TicketDetail> {
  return ticketDetailSchema.parse(await readJson(await callApi('office', `/v1/tickets/${ticketId}`)));
}

/** Waits until a ticket is read, and gives it. */
export function untilRead(ticketId: string): Promise<TicketDetail> {
  return waitUntil(`ticket ${ticketId} is read`, async () => {
    const ticket = await findTicket(ticketId);
    if (ticket.state === 'failed') throw new Error(`Reading failed: ${ticket.failure}`);
    return ticket.state === 'needs_review' && ticket;
  });
}

/** Every ticket that the crew member sent, newest first. */
export async function listSentTickets(): Promise<TicketDetail[]> {
  const { tickets } = ticketPageSchema.parse(await readJson(await callApi('crew', '/v1/tickets?limit=100')));
  return Promise.all(tickets.map(({ id }) => findTicket(id)));
}

/** Changes a ticket as the office does: `/approve` with no more than the version, `/values` with values. */
export async function changeTicket(
  { id, version }: TicketDetail,
  change: '/values' | '/approve' | '/reopen',
  body: object = {},
): Promise<TicketDetail> {
  const method = change === '/values' ? 'PATCH' : 'POST';
  const headers = { 'content-type': 'application/json' };
  const init = { method, headers, body: JSON.stringify({ version, ...body }) };
  return ticketDetailSchema.parse(await readJson(await callApi('office', `/v1/tickets/${id}${change}`, init)));
}

async function readJson(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
