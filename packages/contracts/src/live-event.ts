import { z } from 'zod';

/** What a `ticket` event of `GET /v1/events` carries: an id and nothing else; the browser asks for the rest. */
export const ticketChangedEventSchema = z.object({ ticketId: z.uuid() });
export type TicketChangedEvent = z.infer<typeof ticketChangedEventSchema>;
