import { z } from 'zod';
import { daySchema } from './ticket.ts';

export const mostRereadTickets = 20_000;

/** Body of `POST /v1/rereadings`: the tickets named, or every open one in these states that was received on these days of the account's zone. */
export const askForRereadingSchema = z.union([
  z.strictObject({ ticketIds: z.array(z.uuid()).min(1).max(1_000) }),
  z.strictObject({
    states: z.array(z.enum(['needs_review', 'failed'])).min(1),
    receivedFrom: daySchema.optional(),
    receivedTo: daySchema.optional(),
  }),
]);
export type AskForRereading = z.infer<typeof askForRereadingSchema>;

/** Tickets that are read again together. `leftOut` were decided before their turn came. */
export const rereadingSchema = z.object({
  id: z.uuid(),
  askedAt: z.iso.datetime(),
  stoppedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  tickets: z.int(),
  read: z.int(),
  leftOut: z.int(),
});
export type Rereading = z.infer<typeof rereadingSchema>;

/** Answer of `GET /v1/rereadings`: the latest ones, newest first. */
export const rereadingsSchema = z.object({ rereadings: z.array(rereadingSchema) });
