import { type ErrorCode, errorCodes, type Problem } from '@ticket-pros/contracts/error-code';
import type { FastifyReply } from 'fastify';

/** Answers with a problem document (RFC 9457). The body is written as text, so that no response schema can refuse it. */
export function sendProblem(reply: FastifyReply, code: ErrorCode, detail?: string): FastifyReply {
  const { status, title } = errorCodes[code];
  const problem: Problem = {
    type: `urn:ticket-pros:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    requestId: reply.request.id,
  };
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => String(payload))
    .send(JSON.stringify(problem));
}
