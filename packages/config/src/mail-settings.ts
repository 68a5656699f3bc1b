import { z } from 'zod';
import { SettingsError } from './parse-environment.ts';

const secret = z
  .string({ error: 'is missing; give 32 random characters or more, the same to the API and the worker' })
  .min(32, 'has to be 32 characters or more');

/** What seals mails between the API that writes them and the worker that sends them. */
export const mailSecretShape = {
  MAIL_SECRET: secret,
  /** The secret before this one, for as long as mails that it sealed may still wait: three days. */
  MAIL_SECRET_PREVIOUS: secret.optional(),
};

/** A folder instead of a mail server: every mail becomes a file there, for working on one's own machine. */
export const mailFolderShape = { MAIL_FOLDER: z.string().optional() };

/** How the worker sends: over an SMTP server, or into a folder. */
export const mailTransportShape = {
  ...mailFolderShape,
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'has to be an address such as smtps://user:password@smtp.example.com' })
    .optional(),
  /** The name in the server's certificate, where SMTP_URL leads to something that stands before it. */
  SMTP_TLS_NAME: z.string().optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
      'has to be an address such as Ticket Pros <mail@example.com>',
    )
    .optional(),
};

/** The secret that seals now, and the one that may have sealed what still waits. */
export type MailSecret = { current: string; previous: string | null };

export type MailConnection =
  | { kind: 'smtp'; url: string; tlsName: string | null; from: string }
  | { kind: 'folder'; folder: string; from: string };

type SecretSettings = { MAIL_SECRET: string; MAIL_SECRET_PREVIOUS?: string | undefined };
type FolderSettings = { NODE_ENV: string; MAIL_FOLDER?: string | undefined };
type TransportSettings = FolderSettings & {
  SMTP_URL?: string | undefined;
  SMTP_TLS_NAME?: string | undefined;
  MAIL_FROM?: string | undefined;
};

/** The sealing secret of checked settings. */
export function readMailSecret({ MAIL_SECRET, MAIL_SECRET_PREVIOUS }: SecretSettings): MailSecret {
  return { current: MAIL_SECRET, previous: MAIL_SECRET_PREVIOUS ?? null };
}

/** The folder that mails go to instead of to people, or null. Throws SettingsError in production, where nobody would get them. */
export function readMailFolder({ NODE_ENV, MAIL_FOLDER }: FolderSettings): string | null {
  if (MAIL_FOLDER === undefined) return null;
  if (NODE_ENV === 'production') {
    throw new SettingsError(['MAIL_FOLDER: is for working on one machine; production sends mail, so set SMTP_URL']);
  }
  return MAIL_FOLDER;
}

/** How checked settings send mail. Throws SettingsError where that is not said, or said twice. */
export function readMailConnection(settings: TransportSettings): MailConnection {
  const { SMTP_URL, SMTP_TLS_NAME, MAIL_FROM } = settings;
  const folder = readMailFolder(settings);
  if (SMTP_URL !== undefined && folder !== null) {
    throw new SettingsError(['SMTP_URL and MAIL_FOLDER: only one of them may be set']);
  }
  if (folder !== null) return { kind: 'folder', folder, from: MAIL_FROM ?? 'Ticket Pros <mail@localhost>' };
  if (SMTP_URL === undefined) throw new SettingsError(['SMTP_URL or MAIL_FOLDER: one of them has to be set']);
  if (MAIL_FROM === undefined) {
    throw new SettingsError(['MAIL_FROM: is missing; give the sender, such as Ticket Pros <mail@example.com>']);
  }
  return { kind: 'smtp', url: SMTP_URL, tlsName: SMTP_TLS_NAME ?? null, from: MAIL_FROM };
}
