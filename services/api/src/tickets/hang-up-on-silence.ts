import type { FastifyRequest } from 'fastify';

/** A phone that sends nothing for this long has lost its signal; it tries again. */
const longestSilenceMs = 90_000;

/** Ends the connection of a request whose client falls silent. @returns what stops watching. */
export function hangUpOnSilence({ raw }: FastifyRequest): () => void {
  const { socket } = raw;
  const hangUp = () => void raw.destroy();
  socket.setTimeout(longestSilenceMs, hangUp);
  return () => {
    socket.setTimeout(0);
    socket.off('timeout', hangUp);
  };
}
