import { z } from 'zod';

const changeSchema = z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() });

/**
 * Answer of `GET /v1/tickets/:ticketId/would-change`: what approving the ticket as it stands would teach. `examples` tells from how many
 * approved tickets its form is known, `looked` how many open tickets of that form were compared, `tickets` which of them would be read otherwise.
 */
export const wouldChangeSchema = z.object({
  examples: z.int(),
  looked: z.int(),
  tickets: z.array(
    z.object({
      ticketId: z.uuid(),
      ticketNumber: z.string().nullable(),
      changes: z.array(changeSchema),
    }),
  ),
});
export type WouldChange = z.infer<typeof wouldChangeSchema>;

/** A printed form that the account's approved tickets taught. `issuer` is the name that stands on it, as far as it is known. */
export const knownFormSchema = z.object({
  id: z.uuid(),
  ticketType: z.string(),
  issuer: z.string().nullable(),
  examples: z.int(),
  fields: z.int(),
  learnedAt: z.iso.datetime(),
});
export type KnownForm = z.infer<typeof knownFormSchema>;

/** Answer of `GET /v1/forms`, the one that learned last first. */
export const knownFormsSchema = z.object({ forms: z.array(knownFormSchema), nextCursor: z.string().nullable() });
