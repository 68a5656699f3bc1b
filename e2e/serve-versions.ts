import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type Versions = {
  url: string;
  /** Serves the page and its worker as version `number`; `broken`: the worker's list does not match what it finds. */
  serve: (number: number, broken?: 'broken') => void;
  /** Serves the worker that removes itself. */
  switchOff: () => void;
  /** Breaks every connection for whose request this is true, before anything reaches the server. */
  cut: (isCut: (method: string, path: string) => boolean) => void;
  close: () => void;
};

/**
 * Stands before the started product and serves its capture page in as many versions as a test wants: the html says which
 * one it is, and the service worker's list names that html.
 */
export async function serveVersions(target: string): Promise<Versions> {
  let version = 1;
  let broken = false;
  let off = false;
  let isCut = (_method: string, _path: string) => false;

  const fetchText = async (path: string) => (await fetch(new URL(path, target))).text();
  const pageOf = (html: string, number: number) =>
    html.replace('</head>', `<meta name="version" content="${number}"></head>`);

  const answerOwn = async (path: string, response: ServerResponse): Promise<boolean> => {
    if (path === '/service-worker.js' && off) {
      send(response, 'text/javascript', await fetchText('/service-worker-off.js'));
    } else if (path === '/service-worker.js') {
      const [worker, html] = await Promise.all([fetchText(path), fetchText('/capture.html')]);
      const listed = pageOf(html, broken ? version + 1 : version);
      const changed = worker
        .replace(hash(html, 'base64'), hash(listed, 'base64'))
        .replace(hash(html, 'hex').slice(0, 16), hash(listed, 'hex').slice(0, 16));
      if (changed === worker) throw new Error('The worker does not list the page.');
      send(response, 'text/javascript', changed);
    } else if (/^\/capture(\.html|$)/.test(path)) {
      send(response, 'text/html; charset=utf-8', pageOf(await fetchText('/capture.html'), version));
    } else return false;
    return true;
  };

  const server = createServer(async (asked, response) => {
    const method = asked.method ?? 'GET';
    const path = asked.url?.split('?')[0] ?? '/';
    try {
      if (isCut(method, path)) asked.destroy();
      else if (method !== 'GET' || !(await answerOwn(path, response))) await passOn(asked, response, target);
    } catch {
      response.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    serve(number, how) {
      version = number;
      broken = how === 'broken';
    },
    switchOff() {
      off = true;
    },
    cut(which) {
      isCut = which;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function passOn(asked: IncomingMessage, response: ServerResponse, target: string): Promise<void> {
  const body = await buffer(asked);
  const { method, headers, url } = asked;
  const upstream = request(new URL(url ?? '/', target), { ...(method ? { method } : {}), headers });
  upstream.end(body);
  const [answer]: [IncomingMessage] = await once(upstream, 'response').then(([first]) => [first]);
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
  answer.on('error', () => response.destroy());
}

function send(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(text);
}

function hash(text: string, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(text).digest(encoding);
}
