import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderMail } from './folder-mail.ts';
import type { MailTransport } from './mail-transport.ts';

/**
 * Puts mails into a folder, a file each, instead of sending them: for working on one's own machine. A file appears whole or not at all;
 * a mail sent twice is one file.
 */
export function openFolderTransport({ folder, from }: { folder: string; from: string }): MailTransport {
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const beside = join(folder, `.${randomUUID()}`);
      const written: FolderMail = { ...mail, from, sentAt: new Date().toISOString() };
      try {
        await using file = await open(beside, 'wx', 0o600);
        await file.writeFile(JSON.stringify(written, null, 2));
        await file.sync();
        await rename(beside, join(folder, `${mail.mailId}.json`));
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
  };
}
