import { z } from 'zod';
import { failureCodeSchema } from './failure-code.ts';
import { plainTextSchema } from './plain-text.ts';
import { resubmissionSchema, ticketCorrectionSchema } from './read-back.ts';
import { ticketStateSchema } from './ticket-state.ts';
import { sha256Schema } from './upload.ts';
import { ticketValueSchema } from './value.ts';

const timestampSchema = z.iso.datetime();

/** One stored page. Width and height are those of the upright image; `hasDerivatives` tells whether `display` and `thumbnail` exist. */
export const ticketImageSchema = z.object({
  id: z.uuid(),
  page: z.int().min(0),
  width: z.int().positive(),
  height: z.int().positive(),
  byteSize: z.int().positive(),
  sentSha256: sha256Schema,
  storedSha256: sha256Schema,
  hasDerivatives: z.boolean(),
  /** The ticket that the same photo was first sent with, where the asking member can see it. */
  duplicateOfTicketId: z.uuid().nullable(),
});
export type TicketImage = z.infer<typeof ticketImageSchema>;

/** What lists show of a ticket. */
export const ticketSummarySchema = z.object({
  id: z.uuid(),
  state: ticketStateSchema,
  ticketType: z.string(),
  version: z.int(),
  capturedBy: z.object({ memberId: z.uuid(), name: z.string() }),
  receivedAt: timestampSchema,
  updatedAt: timestampSchema,
  imageCount: z.int(),
  firstImageId: z.uuid(),
  hasThumbnail: z.boolean(),
  failure: failureCodeSchema.nullable(),
  rejectReason: z.string().nullable(),
  /** Approved without anybody's look, because the reader was sure enough of every value. */
  approvedItself: z.boolean(),
  /** Could have approved itself, and was picked for a spot check. */
  isSample: z.boolean(),
  /** When the member whose ticket it is said that what was read looks right. */
  confirmedByCrewAt: timestampSchema.nullable(),
  /** The ticket of the same paper, photographed again, that took this one's place. */
  replacedByTicketId: z.uuid().nullable(),
  /** Somebody else than the member whose ticket it is changed a value. */
  isCorrected: z.boolean(),
  isDuplicate: z.boolean(),
  ticketNumber: z.string().nullable(),
  date: z.string().nullable(),
  company: z.string().nullable(),
  customer: z.string().nullable(),
  quantity: z.string().nullable(),
  unit: z.string().nullable(),
  netWeight: z.string().nullable(),
  total: z.string().nullable(),
  lowestConfidence: z.number().min(0).max(1).nullable(),
});
export type TicketSummary = z.infer<typeof ticketSummarySchema>;

/** A ticket with its images and the values that stand on it now. */
export const ticketDetailSchema = ticketSummarySchema.extend({
  uploadId: z.uuid(),
  readingNumber: z.int(),
  approvedAt: timestampSchema.nullable(),
  reviewedBy: z.string().nullable(),
  images: z.array(ticketImageSchema),
  values: z.array(ticketValueSchema),
  /** The earlier ticket of the same paper that this one took the place of. */
  replacesTicketId: z.uuid().nullable(),
  corrections: z.array(ticketCorrectionSchema),
  resubmission: resubmissionSchema.nullable(),
});
export type TicketDetail = z.infer<typeof ticketDetailSchema>;

/** A calendar day that the database can count with in every time zone. */
export const daySchema = z.iso.date().refine((day) => day >= '1900' && day < '2201', 'a day of the years 1900 to 2200');

/** Filters of the ticket list, of its counts and of exports. Days are calendar days in the account's time zone. */
export const ticketFilterSchema = z.object({
  state: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(ticketStateSchema))
    .optional(),
  memberId: z.uuid().optional(),
  search: plainTextSchema.min(1).max(100).optional(),
  receivedFrom: daySchema.optional(),
  receivedTo: daySchema.optional(),
  /** `true`: only tickets that ask something of whoever photographed them (turned down or not readable, and not photographed again). */
  needsCrew: z.enum(['true']).optional(),
});
export type TicketFilter = z.infer<typeof ticketFilterSchema>;

export const ticketPageSchema = z.object({
  tickets: z.array(ticketSummarySchema),
  nextCursor: z.string().nullable(),
});
export type TicketPage = z.infer<typeof ticketPageSchema>;

export const ticketCountsSchema = z.record(ticketStateSchema, z.int());
export type TicketCounts = z.infer<typeof ticketCountsSchema>;

/** Answer of `POST /v1/tickets`. */
export const uploadAnswerSchema = z.object({ ticket: ticketDetailSchema });
