import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem-error.ts';
import { hangUpOnSilence } from './hang-up-on-silence.ts';

/** The parts of an upload as they arrive. What is no well-formed multipart body is told as `bad_request`. */
export async function* openUpload(request: FastifyRequest): AsyncGenerator<Multipart, undefined> {
  const { socket } = request.raw;
  const stopListening = hangUpOnSilence(request);
  try {
    yield* request.parts();
  } catch (error) {
    const isKnown = error instanceof ProblemError || (error instanceof Object && 'code' in error);
    if (isKnown || socket.destroyed) throw error;
    throw new ProblemError('bad_request', 'The body is not well-formed multipart/form-data.');
  } finally {
    stopListening();
  }
  return undefined;
}
