import { z } from 'zod';
import { plainTextSchema } from './plain-text.ts';
import { correctValuesSchema } from './review.ts';
import { valueAddressSchema } from './value.ts';

/** Why a ticket was rejected whose paper was photographed again; `replacedByTicketId` says the same without words. */
export const photographedAgainReason = 'It was photographed again.';

/** Body of `POST /v1/tickets/:ticketId/looks-right`. `version` is the ticket's version that the crew was looking at. */
export const looksRightSchema = z.object({ version: z.int() });

/** Body of `POST /v1/tickets/:ticketId/resubmit`: what the crew says to it, values that it mends, or both. */
export const resubmitTicketSchema = z
  .object({
    version: z.int(),
    note: plainTextSchema.min(1).max(500).optional(),
    values: correctValuesSchema.shape.values.optional(),
  })
  .refine(({ note, values }) => note !== undefined || values !== undefined, 'a note or values');
export type ResubmitTicket = z.infer<typeof resubmitTicketSchema>;

/** What the crew said when it sent a ticket back to review, and the reason for turning it down that this answers (null: unreadable). */
export const resubmissionSchema = z.object({
  at: z.iso.datetime(),
  note: z.string().nullable(),
  answers: z.string().nullable(),
});
export type Resubmission = z.infer<typeof resubmissionSchema>;

/** A value that was changed on a ticket after it was read, oldest first; null means blank. */
export const ticketCorrectionSchema = valueAddressSchema.extend({
  before: z.string().nullable(),
  after: z.string().nullable(),
  at: z.iso.datetime(),
  /** Changed by the member whose ticket it is. */
  byOwnMember: z.boolean(),
});
export type TicketCorrection = z.infer<typeof ticketCorrectionSchema>;
