import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** How the server treats the mails that come. */
export type SmtpManner =
  | 'accept'
  /** There is no such recipient. */
  | 'refuse recipient'
  /** Comes too early, or the mailbox is full. */
  | 'refuse for now'
  /** Takes no mail from us at all: a matter of policy, not of this recipient. */
  | 'refuse relaying'
  | 'refuse content'
  /** Takes the content and hangs up without an answer. */
  | 'break';

export type ReceivedMail = { to: string; messageId: string; subject: string; raw: string };

export type TestSmtp = {
  url: string;
  received: ReceivedMail[];
  /** Counts every connection, whatever came of it. */
  connections: () => number;
  behave: (manner: SmtpManner) => void;
  /** Runs between the arrival of a mail and the answer that it is taken. */
  onMail: (work: (mail: ReceivedMail) => Promise<void>) => void;
  close(): Promise<void>;
};

const refusals: Partial<Record<SmtpManner, [code: number, sentence: string]>> = {
  'refuse recipient': [550, '5.1.1'],
  'refuse for now': [451, '4.7.1'],
  'refuse relaying': [550, '5.7.1'],
};

/** Starts a real SMTP server on a free port of `host`, which keeps what it takes. Its answers name the recipient, as real ones do. */
export async function startSmtp({ host = '127.0.0.1', offersTls = false } = {}): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  let manner: SmtpManner = 'accept';
  let work = async (_mail: ReceivedMail): Promise<void> => {};
  let connections = 0;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: offersTls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect(_session, answer) {
      connections += 1;
      answer();
    },
    onRcptTo({ address }, _session, answer) {
      const refusal = refusals[manner];
      answer(refusal === undefined ? null : refuse(refusal[0], `${refusal[1]} <${address}> is not taken`));
    },
    onData(stream, session, answer) {
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
      const take = async () => {
        const raw = (await buffer(stream)).toString('utf8');
        if (manner === 'break') return hangUp();
        if (manner === 'refuse content') return answer(refuse(554, `5.6.0 not this one, <${to}>`));
        const mail = { to, raw, messageId: headerOf(raw, 'Message-ID'), subject: headerOf(raw, 'Subject') };
        received.push(mail);
        await work(mail);
        answer();
      };
      take().catch((error: Error) => answer(error));
    },
  });
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  server.on('error', () => {});
  server.listen(0, host);
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://${host}:${port}`,
    received,
    connections: () => connections,
    behave: (wanted) => {
      manner = wanted;
    },
    onMail: (wanted) => {
      work = wanted;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

function refuse(responseCode: number, sentence: string): Error {
  return Object.assign(new Error(sentence), { responseCode });
}

function headerOf(raw: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'im').exec(raw)?.[1]?.trim() ?? '';
}
