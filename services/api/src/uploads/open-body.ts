import type { FastifyRequest } from 'fastify';

const heldBytes = 256 * 1024;

export type OpenBody = {
  /** What arrives. It ends where the connection breaks, as if the client had sent no more: what arrived until then is worth keeping. */
  stream: ReadableStream<Uint8Array>;
  /** Whether the connection broke before the body's end. */
  isBroken: () => boolean;
  /** Takes no more of it. */
  stop: () => void;
};

/** The body of a request as it comes, at the pace at which it is read. */
export function openBody({ raw }: FastifyRequest): OpenBody {
  let isBroken = false;
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const take = (chunk: Buffer) => {
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) raw.pause();
        };
        const finish = () => {
          isBroken = !raw.complete;
          stop();
          // A broken connection tells no more 'data', but what it brought is still there to be read.
          for (let chunk = raw.read(); chunk !== null; chunk = raw.read()) controller.enqueue(chunk);
          controller.close();
        };
        stop = () => {
          raw.off('data', take).off('end', finish).off('close', finish).off('error', finish);
          // Without a listener, an error that comes after would end the process.
          raw.on('error', () => {});
          stop = () => {};
        };
        if (raw.readableEnded || raw.destroyed) finish();
        else raw.on('data', take).once('end', finish).once('close', finish).once('error', finish);
      },
      pull: () => void raw.resume(),
      cancel: () => stop(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: heldBytes }),
  );
  return { stream, isBroken: () => isBroken, stop: () => stop() };
}
