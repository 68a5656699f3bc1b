import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type FolderMail, folderMailSchema } from './folder-mail.ts';

/** The mails that lie in the folder, newest first. A folder that is not there yet is empty. */
export async function listFolderMails(folder: string, most: number): Promise<FolderMail[]> {
  const names = await readdir(folder).catch(emptyWhereMissing);
  const mails = await Promise.all(names.map((name) => readFolderMail(folder, name.replace(/\.json$/, ''))));
  return mails
    .filter((mail) => mail !== null)
    .sort((one, other) => other.sentAt.localeCompare(one.sentAt))
    .slice(0, most);
}

/** One mail of the folder, or null where there is none with this id. */
export async function readFolderMail(folder: string, mailId: string): Promise<FolderMail | null> {
  if (!z.uuid().safeParse(mailId).success) return null;
  const text = await readFile(join(folder, `${mailId}.json`), 'utf8').catch(emptyWhereMissing);
  return typeof text === 'string' ? folderMailSchema.parse(JSON.parse(text)) : null;
}

function emptyWhereMissing(error: unknown): never[] {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
