import { z } from 'zod';
import { mailContentSchema } from '../mail-content.ts';

/** A mail as it lies in the folder. */
export const folderMailSchema = mailContentSchema.extend({
  mailId: z.uuid(),
  from: z.string(),
  sentAt: z.iso.datetime(),
});
export type FolderMail = z.infer<typeof folderMailSchema>;
