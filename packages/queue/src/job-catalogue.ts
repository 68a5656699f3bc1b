import { z } from 'zod';

/**
 * What a job carries and how often it is tried. Payloads hold ids only: they are stored outside of row-level
 * security.
 */
export type JobDefinition = {
  payload: z.ZodType<object>;
  /** Tries in all. */
  attempts: number;
  /** Milliseconds before the second try; doubled before each further one. */
  backoffMs: number;
};
export type JobCatalogue = Readonly<Record<string, JobDefinition>>;

/** Every job there is. */
export const jobCatalogue = {
  /** Read a ticket's images and save what was found. */
  'read-ticket': {
    payload: z.strictObject({ accountId: z.uuid(), ticketId: z.uuid(), readingNumber: z.int().min(1) }),
    attempts: 4,
    backoffMs: 5_000,
  },
  /** Bring the account's forms in line with what was decided about a ticket. */
  'learn-form': {
    payload: z.strictObject({ accountId: z.uuid(), ticketId: z.uuid() }),
    attempts: 3,
    backoffMs: 5_000,
  },
  /** Begin with the next few of the tickets that are to be read again together. */
  'read-again': {
    payload: z.strictObject({ accountId: z.uuid(), rereadingId: z.uuid() }),
    attempts: 3,
    backoffMs: 5_000,
  },
  /**
   * Send a mail. A few tries close together; after the last one the mail waits, longer each time, for the sweep to ask
   * again.
   */
  'send-mail': { payload: z.strictObject({ mailId: z.uuid() }), attempts: 3, backoffMs: 20_000 },
  /** Find work that is due although its job was lost, and what unfinished uploads left behind. */
  sweep: { payload: z.strictObject({}), attempts: 1, backoffMs: 1_000 },
} as const satisfies JobCatalogue;

export type JobNameOf<Catalogue extends JobCatalogue> = Extract<keyof Catalogue, string>;
export type JobPayloadOf<Catalogue extends JobCatalogue, Name extends JobNameOf<Catalogue>> = z.infer<
  Catalogue[Name]['payload']
>;
export type JobName = JobNameOf<typeof jobCatalogue>;
export type JobPayload<Name extends JobName> = JobPayloadOf<typeof jobCatalogue, Name>;

/**
 * The one id of the job that reads a ticket for the `readingNumber`th time, so that enqueueing it again changes
 * nothing. BullMQ refuses ids with a colon and ids that are whole numbers.
 */
export function readTicketJobId(ticketId: string, readingNumber: number): string {
  return `read-${ticketId}-${readingNumber}`;
}

/** The one id of the job that learns from a ticket. */
export function learnFormJobId(ticketId: string): string {
  return `learn-${ticketId}`;
}

/** The one id of the job that goes on with a rereading. */
export function readAgainJobId(rereadingId: string): string {
  return `again-${rereadingId}`;
}

/** The one id of the job that sends a mail. */
export function sendMailJobId(mailId: string): string {
  return `send-${mailId}`;
}
