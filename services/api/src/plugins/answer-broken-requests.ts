import type { Socket } from 'node:net';
import { type ErrorCode, errorCodes, type Problem } from '@ticket-pros/contracts/error-code';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { codeOfError } from '../problems/code-of-error.ts';
import { sendProblem } from '../problems/send-problem.ts';

/** Fastify's `frameworkErrors`: refusals that come before any route, such as an address that can't be decoded. */
export function answerFrameworkError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { code } = codeOfError(error);
  request.log.info({ code }, 'request refused');
  sendProblem(reply, code);
}

const parserCodes: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'request_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'client_gone',
};

/** Fastify's `clientErrorHandler`: what is not HTTP, or too much of it, never becomes a request. Ends the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = parserCodes[error.code ?? ''] ?? 'bad_request';
  const { status, title } = errorCodes[code];
  const problem: Problem = { type: `urn:ticket-pros:problem:${code}`, title, status, code };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${code}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
