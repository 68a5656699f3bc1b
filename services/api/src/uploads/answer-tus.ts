import { uploadLimits } from '@ticket-pros/contracts/upload';
import { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../access/asker.ts';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { finishTicket } from './finish-ticket.ts';
import { openBody } from './open-body.ts';
import { PhotoStore } from './photo-store.ts';
import { problemOfTus } from './problem-of-tus.ts';
import { readPhotoManifest } from './read-photo-manifest.ts';

/** Where resumable uploads live. */
export const uploadsPath = '/v1/uploads';
/** The media type of the protocol's bytes. */
export const bytesType = 'application/offset+octet-stream';

/**
 * Lets the tus server answer a request, with a server and a store of this request's own, so that both know who asks. What goes wrong is
 * thrown as a problem; the protocol's plain texts never leave.
 */
export async function answerTus(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ApiParts,
  asker: Asker,
): Promise<FastifyReply> {
  const bringsBytes = request.headers['content-type'] === bytesType;
  const store = new PhotoStore({ parts, asker, log: request.log, bringsBytes });
  let thrown: unknown;
  const server = new Server({
    path: uploadsPath,
    datastore: store,
    relativeLocation: true,
    // Checked by the store, which ends the ticket of a photo that is too large; nothing larger than a ticket passes here.
    maxSize: uploadLimits.imagesPerTicket * uploadLimits.bytesPerImage,
    namingFunction: (_request, metadata) => store.nameOf(readPhotoManifest(metadata)),
    onUploadFinish: async (_request, { id }) => {
      const uploadId = id.slice(0, id.lastIndexOf('.'));
      const receipt = await finishTicket(parts, request.log, asker, uploadId);
      if (receipt === null) return {};
      const status_code = request.method === 'POST' ? 201 : 200;
      return { status_code, headers: { 'content-type': 'application/json' }, body: JSON.stringify(receipt) };
    },
    onResponseError: (_request, error) => {
      thrown = error;
      return undefined;
    },
  });
  const body = openBody(request);
  try {
    const response = await server.handleWeb(
      new Request(new URL(request.url, 'http://tus.invalid'), {
        method: request.method,
        headers: headersForTus(request),
        ...(request.method === 'HEAD' ? {} : { body: body.stream, duplex: 'half' }),
      }),
    );
    const text = await response.text();
    if (body.isBroken() && response.status >= 400) throw new ProblemError('client_gone');
    if (thrown !== undefined) throw problemOfTus(thrown);
    if (response.status >= 400) throw problemOfTus({ status_code: response.status, body: text });
    for (const [name, value] of response.headers) {
      if (name.startsWith('access-control-') || name === 'content-length') continue;
      reply.header(name, value);
    }
    return reply.code(response.status).send(text === '' ? undefined : text);
  } finally {
    body.stop();
  }
}

const headersOfTus = ['tus-resumable', 'upload-length', 'upload-offset', 'upload-metadata', 'content-type'];
const otherHeadersOfTus = ['upload-defer-length', 'upload-concat', 'content-length'];

/** What the tus server looks at; nothing else of a request concerns it. */
function headersForTus({ headers }: FastifyRequest): Headers {
  const passed = new Headers();
  for (const name of [...headersOfTus, ...otherHeadersOfTus]) {
    const value = headers[name];
    if (typeof value === 'string') passed.set(name, value);
  }
  return passed;
}
