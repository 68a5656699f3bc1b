import { noMailEnding } from '@ticket-pros/contracts/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/problem-error.ts';
import { readDevice } from './device-cookie.ts';
import { countTry, forgiveTry, type TryCounter } from './limit-tries.ts';
import { networkOf } from './network-of.ts';
import type { SignInParts } from './sign-in-parts.ts';

/** What somebody tries to get right: a password, a code, or a password again. */
export type Guess = {
  purpose: 'sign in' | 'code' | 'confirm';
  /** At whose: the name that was typed, or a user's id where that is known. */
  at: { name: string } | { userId: string };
};

const day = 24 * 60 * 60;
const hour = 60 * 60;

/**
 * Lets somebody guess, slower and slower. From a device that the user signed in on before, its own wrong guesses count and no others,
 * so that no stranger can lock a user out. From any other, three things count: name and address together, the name, the address.
 * Whether the name exists changes nothing. `guess` answers whether it was right. Throws `too_many_requests`.
 */
export async function limitGuesses<Answer extends { right: boolean }>(
  parts: SignInParts,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { purpose, at }: Guess,
  guess: () => Promise<Answer>,
): Promise<Answer> {
  const { tables, hashSecretly, now } = parts;
  const name = 'userId' in at ? `user ${at.userId}` : sameName(at.name);
  const device = readDevice(request, parts);
  const isKnown = device !== null && (await hasSignedInOn(parts, at, device));
  const counter = (by: string, what: string, free: number, windowSeconds: number): TryCounter => ({
    key: hashSecretly(`tries: ${purpose} by ${by}`, what),
    free,
    windowSeconds,
  });
  const own = isKnown
    ? counter('name and device', `${name}\n${device}`, 5, day)
    : counter('name and address', `${name}\n${networkOf(request.ip)}`, 5, day);
  const counters = isKnown
    ? [own]
    : [own, counter('name', name, 10, day), counter('address', networkOf(request.ip), 50, hour)];
  refuse(reply, await countTry(tables, counters, now()));
  const answer = await guess().catch(async (error: unknown) => {
    // It was not tried: refused for another reason, or something is away. That reason is what people have to be told.
    await forgiveTry(tables, { counters, forgotten: [] }).catch(() => undefined);
    throw error;
  });
  if (answer.right) await forgiveTry(tables, { counters, forgotten: [own.key] });
  return answer;
}

/** Lets somebody ask for something that costs us or a third person, such as a mail; every time counts. Throws `too_many_requests`. */
export async function limitRequestsFor(
  parts: SignInParts,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { purpose, name }: { purpose: 'reset' | 'change e-mail' | 'link'; name: string | null },
): Promise<void> {
  const key = (by: string, what: string) => parts.hashSecretly(`tries: ${purpose} by ${by}`, what);
  const counters = [{ key: key('address', networkOf(request.ip)), free: 30, windowSeconds: hour }];
  if (name !== null) counters.push({ key: key('name', sameName(name)), free: 3, windowSeconds: hour });
  refuse(reply, await countTry(parts.tables, counters, parts.now()));
}

function refuse(reply: FastifyReply, seconds: number): void {
  if (seconds === 0) return;
  reply.header('retry-after', String(seconds));
  const wait = seconds === 1 ? '1 second' : seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  throw new ProblemError('too_many_requests', `Too many tries. Wait ${wait}, then try again.`);
}

/** One name for every way to write it. */
function sameName(name: string): string {
  const plain = name.normalize('NFKC').trim().toLowerCase();
  return plain.endsWith(noMailEnding) ? plain.slice(0, -noMailEnding.length) : plain;
}

async function hasSignedInOn({ tables }: SignInParts, at: Guess['at'], device: string): Promise<boolean> {
  const found = await tables
    .selectFrom('knownDevice')
    .innerJoin('user', 'user.id', 'knownDevice.userId')
    .select('knownDevice.device')
    .where('knownDevice.device', '=', device)
    .where(({ eb, or }) =>
      'userId' in at
        ? eb('user.id', '=', at.userId)
        : or([eb('user.email', '=', sameName(at.name)), eb('user.username', '=', sameName(at.name))]),
    )
    .executeTakeFirst();
  return found !== undefined;
}
