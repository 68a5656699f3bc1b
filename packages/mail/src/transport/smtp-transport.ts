import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { MailNotSentError, MailRefusedError, type MailTransport } from './mail-transport.ts';
import { messageIdOf } from './message-id.ts';

type SmtpOptions = {
  url: string;
  from: string;
  /** The name in the server's certificate, where the address is that of something in between. */
  tlsName: string | null;
};

/**
 * Sends over an SMTP server, on a connection of its own for each mail. Links that sign people in travel here, so nothing is sent
 * without TLS, except to a server on this machine.
 */
export function openSmtpTransport({ url, from, tlsName }: SmtpOptions): MailTransport {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const secure = protocol === 'smtps:';
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
  const transport = createTransport({
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !isHere,
    ignoreTLS: !secure && isHere,
    ...(tlsName === null ? {} : { tls: { servername: tlsName } }),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ mailId, to, subject, text, html }, signal) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: messageIdOf(mailId, from),
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal,
        });
      } catch (error) {
        throw explain(error);
      }
    },
  };
}

const smtpErrorSchema = z.object({
  code: z.string().optional(),
  /** What the system said beneath nodemailer's own code, such as ECONNREFUSED. */
  originalCode: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
  permanent: z.boolean().optional(),
});

/** The error that is told instead of the server's own words, which name the recipient. */
function explain(error: unknown): MailRefusedError | MailNotSentError {
  const {
    code,
    originalCode,
    command,
    responseCode,
    response = '',
    permanent,
  } = smtpErrorSchema.catch({}).parse(error);
  const answer =
    responseCode === undefined
      ? (originalCode ?? code ?? 'no answer')
      : `${responseCode} ${enhancedCode(response)}`.trim();
  const sentence = `sending failed at ${command ?? 'the connection'}: ${answer}`;
  return permanent === true && isAboutRecipient(command, response)
    ? new MailRefusedError(sentence)
    : new MailNotSentError(sentence);
}

/**
 * A refusal for good ends the mail only where it is about this recipient or this mail. What is said to our sign-in, to our sender, or as
 * a matter of policy (5.7) concerns every mail, and somebody can mend it before the three days are over.
 */
function isAboutRecipient(command: string | undefined, response: string): boolean {
  return (
    (command === 'RCPT TO' || command === 'DATA') && !enhancedCode(response).startsWith('5.7') && !/^530/.test(response)
  );
}

function enhancedCode(response: string): string {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '';
}
