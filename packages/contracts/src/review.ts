import { z } from 'zod';
import { plainTextSchema } from './plain-text.ts';
import { valueAddressSchema } from './value.ts';

/** `version` is the ticket's version that the member was looking at; another one answers `version_conflict`. */
const versionSchema = z.object({ version: z.int() });

/** Body of `PATCH /v1/tickets/:ticketId/values`. A null `text` says that the field is blank on the paper. */
export const correctValuesSchema = versionSchema.extend({
  values: z
    .array(valueAddressSchema.extend({ text: plainTextSchema.min(1).max(500).nullable() }))
    .min(1)
    .max(200),
});
export type CorrectValues = z.infer<typeof correctValuesSchema>;

export const approveTicketSchema = versionSchema;
export const rejectTicketSchema = versionSchema.extend({ reason: plainTextSchema.min(1).max(500) });
export const markUnreadableSchema = versionSchema;
export const readAgainSchema = versionSchema;
export const reopenTicketSchema = versionSchema;

/** Answer of `GET /v1/review/next`. */
export const nextTicketSchema = z.object({ ticketId: z.uuid().nullable(), remaining: z.int() });
export type NextTicket = z.infer<typeof nextTicketSchema>;
