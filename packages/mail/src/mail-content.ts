import { z } from 'zod';

/** A written mail: everything about it that is personal, and that is kept only sealed. */
export const mailContentSchema = z.strictObject({
  to: z.email(),
  subject: z.string().min(1),
  text: z.string().min(1),
  html: z.string().min(1),
});
export type MailContent = z.infer<typeof mailContentSchema>;
