import { type Problem, problemSchema } from '@ticket-pros/contracts/error-code';
import {
  type TicketDetail,
  type TicketPage,
  ticketDetailSchema,
  ticketPageSchema,
} from '@ticket-pros/contracts/ticket';
import type { z } from 'zod';

/** For tests: the body of an answer, which has to have the form that the schema says. */
export async function answerOf<Schema extends z.ZodType>(
  schema: Schema,
  response: Response | Promise<Response>,
): Promise<z.output<Schema>> {
  return schema.parse(await (await response).json());
}

export const ticketOf = (response: Response | Promise<Response>): Promise<TicketDetail> =>
  answerOf(ticketDetailSchema, response);
export const pageOf = (response: Response | Promise<Response>): Promise<TicketPage> =>
  answerOf(ticketPageSchema, response);
export const problemOf = (response: Response | Promise<Response>): Promise<Problem> =>
  answerOf(problemSchema, response);
