import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export type PassedRequest = { method: string; path: string; body: Buffer };

/** What happens to an upload: it passes; nothing of it arrives; all of it arrives, but the answer is lost. */
export type UploadFate = 'pass' | 'lose-request' | 'lose-answer';

export type PassingServer = {
  /** What a browser opens instead of the product's own address. */
  address: string;
  /** Every request that was passed on in full, with its body as sent. */
  passed: PassedRequest[];
  uploadFate: UploadFate;
  /** How many uploads did not get an answer so far. */
  lostUploads: number;
  stop(): Promise<void>;
};

/** Stands between a browser and the product as a bad network would: passes requests on, keeps their bytes, loses some. */
export async function passRequestsOn(productAddress: string): Promise<PassingServer> {
  const server = createServer((incoming, answer) => void pass(incoming, answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const state: PassingServer = {
    address: `http://localhost:${port}`,
    passed: [],
    uploadFate: 'pass',
    lostUploads: 0,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function pass(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = incoming;
    const isUpload = method === 'POST' && path === '/v1/tickets';
    if (isUpload && state.uploadFate === 'lose-request') {
      // Read nothing, answer nothing: the browser waits until it is told otherwise.
      state.lostUploads += 1;
      return;
    }
    const outgoing = request(new URL(path, productAddress), { method, headers: incoming.headers });
    answer.once('close', () => outgoing.destroy());
    outgoing.once('error', () => answer.destroy());
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.once('end', () => state.passed.push({ method, path, body: Buffer.concat(chunks) }));
    incoming.pipe(outgoing);
    outgoing.once('response', (response) => {
      if (isUpload && state.uploadFate === 'lose-answer') {
        state.lostUploads += 1;
        response.resume();
        return;
      }
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.pipe(answer);
    });
  }

  return state;
}
