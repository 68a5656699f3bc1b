import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Recorder = {
  url: string;
  /** Every byte that browsers sent so far, one buffer for each connection. */
  sent: () => Buffer[];
  close: () => void;
};

/** Stands between browser and server and keeps what the browser sends: what its own tools tell of uploads leaves files out. */
export async function recordTraffic(target: string): Promise<Recorder> {
  const { hostname, port } = new URL(target);
  const connections: Buffer[][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((browser) => {
    const chunks: Buffer[] = [];
    connections.push(chunks);
    const upstream = connect(Number(port), hostname);
    browser.on('data', (chunk) => chunks.push(chunk));
    browser.pipe(upstream);
    upstream.pipe(browser);
    for (const socket of [browser, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => {
        browser.destroy();
        upstream.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The recorder has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    sent: () => connections.map((chunks) => Buffer.concat(chunks)),
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
