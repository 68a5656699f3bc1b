import { errorCodes } from '@ticket-pros/contracts/error-code';
import type { FastifyInstance } from 'fastify';
import { codeOfError } from '../problems/code-of-error.ts';
import { sendProblem } from '../problems/send-problem.ts';

/** The one error handler: every error becomes a problem document; only those that are our fault are logged with their stack. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const { code, detail } = codeOfError(error);
    if (errorCodes[code].status >= 500) request.log.error({ err: error, code }, 'request failed');
    else request.log.info({ code }, 'request refused');
    if (reply.raw.headersSent) {
      // Half an answer is out already: ending the connection is the only way left to say so.
      reply.raw.destroy();
      return reply;
    }
    return sendProblem(reply, code, detail);
  });
}
