import { z } from 'zod';

/** A mail that was put into a folder instead of being sent, on a developer's own machine. */
export const devMailSchema = z.object({
  id: z.uuid(),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  sentAt: z.iso.datetime(),
  text: z.string(),
  html: z.string(),
});
export type DevMail = z.infer<typeof devMailSchema>;

export const devMailSummarySchema = devMailSchema.pick({ id: true, to: true, subject: true, sentAt: true });
export type DevMailSummary = z.infer<typeof devMailSummarySchema>;

/** Answer of `GET /v1/dev/mails`: newest first. */
export const devMailListSchema = z.object({ mails: z.array(devMailSummarySchema) });
