import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Between = {
  /** The same address, by way of here. */
  through: (url: string) => string;
  /** Nothing passes on the connections of now any more, and nobody is told. */
  freeze: () => void;
  /** Breaks every connection and takes no new one. */
  cut: () => void;
  /** New connections pass again. */
  mend: () => void;
  close: () => void;
};

/** For tests: a way to the server of `url` (postgres://…) that can break. */
export async function standBetween(url: string): Promise<Between> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const frozen = new Set<Socket>();
  let isCut = false;
  const server = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const upstream = connect(Number(port), hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('data', (chunk) => {
        if (!frozen.has(from)) to.write(chunk);
      });
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
      sockets.add(from);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    through: (wanted) => {
      const way = new URL(wanted);
      way.host = `127.0.0.1:${address.port}`;
      return way.href;
    },
    freeze: () => {
      for (const socket of sockets) frozen.add(socket);
    },
    cut: () => {
      isCut = true;
      destroyAll();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      server.close();
      destroyAll();
    },
  };
}
