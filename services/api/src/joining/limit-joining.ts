import type { FastifyRequest } from 'fastify';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { takeTurn } from './take-turn.ts';

/** Tries to join from one address of the network: a yard full of drivers behind one Wi-Fi has to fit in. */
const mostTries = { most: 300, windowSeconds: 60 * 60 };

/** Slows down who goes through sign-in names, or lets us hash passwords all day. Throws `too_many_requests`. */
export async function limitJoining({ auth }: ApiParts, { ip }: FastifyRequest): Promise<void> {
  if (await takeTurn(auth.signIn, { purpose: 'join', of: ip, ...mostTries })) return;
  throw new ProblemError('too_many_requests', 'Too many tries came from your network. Try again in an hour.');
}
