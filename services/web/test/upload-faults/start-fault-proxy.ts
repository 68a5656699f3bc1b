import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Counts, count } from './fault-counts.ts';
import { type Random, seedRandom } from './seeded-random.ts';

/** Longer than a phone of these tests waits for an answer. */
const longStallMs = 4_000;

type Sent = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer };
type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Call = {
  random: Random;
  response: ServerResponse;
  sent: Sent;
  forward: () => Promise<Answer>;
  forwardSome: (bytes: number) => Promise<void>;
};

const faults: Record<string, (call: Call) => Promise<void>> = {
  'request cut at a random byte': async ({ random, response, sent, forwardSome }) => {
    await forwardSome(random.between(0, sent.body.length));
    response.destroy();
  },
  'answer cut at a random byte': async ({ random, response, forward }) => {
    const text = answerText(await forward());
    response.socket?.write(text.subarray(0, random.between(0, text.length - 1)));
    response.socket?.destroySoon();
  },
  'answer lost': async ({ response, forward }) => {
    await forward();
    response.destroy();
  },
  'stalled in the middle': async ({ random, response, sent, forwardSome }) => {
    await forwardSome(random.between(0, sent.body.length));
    await wait(longStallMs, undefined, { ref: false });
    response.destroy();
  },
  'held back, delivered after the phone gave up': async ({ response, forward }) => {
    await wait(longStallMs, undefined, { ref: false });
    await forward().catch(() => {});
    response.destroy();
  },
  slow: async ({ random, response, forward }) => {
    await wait(random.between(20, 250), undefined, { ref: false });
    send(response, await forward());
  },
  '500 instead of the request': async ({ random, response }) => {
    const status = random.pick([500, 502, 503]);
    send(response, { status, headers: { 'content-type': 'text/html' }, body: Buffer.from('<h1>Sorry</h1>') });
  },
  '500 instead of the answer': async ({ response, forward }) => {
    await forward();
    send(response, { status: 500, headers: {}, body: Buffer.alloc(0) });
  },
  'sent twice at once': async ({ random, response, forward }) => {
    const [first, second] = await Promise.all([forward(), forward()]);
    send(response, random.happens(0.5) ? first : second);
  },
  'repeated later': async ({ random, response, forward }) => {
    send(response, await forward());
    await wait(random.between(1, 300), undefined, { ref: false });
    await forward();
  },
};

type Wishes = {
  seed: number;
  /** Of a fault, for each request; half of that for one of many pieces, or large photos would never come to an end. */
  likelihood: number;
  /** Where the API processes answer. */
  ports: readonly number[];
  counts: Counts;
};

export type FaultProxy = { url: string; calm: () => void; close: () => Promise<void> };

/** Stands between the phones and the API processes, and mistreats what passes as the seed decides, for each phone by itself. */
export async function startFaultProxy({ seed, likelihood, ports, counts }: Wishes): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const luck = new Map<string, Random>();
  let isCalm = false;
  const server = createServer(async (incoming, response) => {
    response.on('error', () => {});
    const phone = String(incoming.headers['x-phone']);
    const random = luck.get(phone) ?? seedRandom(seed, `proxy ${phone}`);
    luck.set(phone, random);
    const port = random.pick(ports);
    try {
      const sent = await receive(incoming, phone);
      counts.requests += 1;
      counts.bytesSent += sent.body.length;
      const forward = async () => {
        const answer = await ask(agent, port, sent);
        const { code } = answer.status < 400 || sent.method === 'HEAD' ? {} : problemIn(answer);
        count(counts.answers, [sent.method, answer.status, code ?? ''].join(' ').trim());
        return answer;
      };
      const forwardSome = (bytes: number) => askInPart(port, sent, bytes);
      const fault =
        !isCalm && random.happens(sent.method === 'PATCH' ? likelihood / 2 : likelihood)
          ? random.pick(Object.keys(faults))
          : undefined;
      if (fault === undefined) return send(response, await forward());
      count(counts.faults, fault);
      await faults[fault]?.({ random, response, sent, forward, forwardSome });
    } catch {
      // The API is away, or the phone: what stands in front of servers says so.
      send(response, {
        status: 502,
        headers: { 'content-type': 'text/html' },
        body: Buffer.from('<h1>Bad gateway</h1>'),
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calm: () => {
      isCalm = true;
    },
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function receive(incoming: IncomingMessage, phone: string): Promise<Sent> {
  const body: Buffer[] = [];
  for await (const chunk of incoming) body.push(chunk);
  const { 'x-phone': _, host: __, connection: ___, 'transfer-encoding': ____, ...headers } = incoming.headers;
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: { ...headers, 'x-forwarded-for': `10.1.${phone}.1` },
    body: Buffer.concat(body),
  };
}

function ask(agent: Agent, port: number, { method, path, headers, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body.length > 0 || method === 'POST' ? { 'content-length': String(body.length) } : {};
    const upstream = request({ agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } });
    upstream.on('error', reject);
    upstream.on('response', async (answer) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
      } catch (error) {
        reject(error);
      }
    });
    upstream.end(body);
  });
}

/** Sends so many bytes of the body, then nothing more, and breaks the connection. */
async function askInPart(port: number, { method, path, headers, body }: Sent, bytes: number): Promise<void> {
  const length = { 'content-length': String(body.length) };
  const upstream = request({ agent: false, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } });
  upstream.on('error', () => {});
  upstream.flushHeaders();
  if (bytes > 0) {
    await new Promise<void>((resolve) => {
      upstream.once('close', () => resolve());
      upstream.write(body.subarray(0, bytes), () => resolve());
    });
  }
  upstream.destroy();
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed || response.headersSent) return;
  const { connection: _, 'transfer-encoding': __, 'keep-alive': ___, ...passed } = headers;
  response.writeHead(status, passed).end(body);
}

function problemIn({ body }: Answer): { code?: string } {
  try {
    return JSON.parse(body.toString());
  } catch {
    return {};
  }
}

function answerText({ status, headers, body }: Answer): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} X\r\n${lines.join('')}\r\n`), body]);
}
