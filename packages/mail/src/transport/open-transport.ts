import type { MailConnection } from '@ticket-pros/config/mail-settings';
import { openFolderTransport } from './folder-transport.ts';
import type { MailTransport } from './mail-transport.ts';
import { openSmtpTransport } from './smtp-transport.ts';

/** The transport that the settings choose. Nothing is connected before a mail is sent. */
export function openMailTransport(connection: MailConnection): MailTransport {
  return connection.kind === 'smtp' ? openSmtpTransport(connection) : openFolderTransport(connection);
}
