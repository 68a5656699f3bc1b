import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import type { Asker } from './asker.ts';
import { confirmedUntil } from './confirmed-until.ts';
import { bringsKey, findKeyAsker } from './find-key-asker.ts';
import { findPlaces, type UserPlace } from './find-places.ts';
import { findSession } from './find-session.ts';
import { notePresence } from './note-presence.ts';
import { originOf } from './origin-of.ts';
import type { RouteAccess } from './route-access.ts';
import { seeAsMember } from './see-as-member.ts';

type MemberAccess = Extract<RouteAccess, { who: 'members' }>;

const safeMethods = new Set(['GET', 'HEAD']);

/**
 * Who sent this request, if it may ask here. Throws `not_signed_in` without a session, a key or an active place in an account;
 * `not_allowed`, `second_factor_needed`, `confirm_first` and `read_only` as the route's access says.
 */
export async function findAsker(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ApiParts,
  access: MemberAccess,
): Promise<Asker> {
  const asker = bringsKey(request)
    ? await findKeyAsker(request, reply, parts, access.key)
    : await findSignedInAsker(request, reply, parts, access);
  if (access.roles !== undefined && !access.roles.includes(asker.role)) throw new ProblemError('not_allowed');
  return asker;
}

async function findSignedInAsker(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ApiParts,
  access: MemberAccess,
): Promise<Asker> {
  const user = await findSession(request, reply, parts.auth);
  if (user === null) throw new ProblemError('not_signed_in');
  const place = choosePlace(await findPlaces(parts.db, user.userId), user.memberId);
  if (place === undefined) throw new ProblemError('not_signed_in');
  if (needsSecondFactor(place) && !user.hasSecondFactor && access.withoutSecondFactor !== true) {
    throw new ProblemError('second_factor_needed');
  }
  const own: Asker = {
    scope: {
      accountId: place.accountId,
      memberId: place.memberId,
      seesAccount: place.visibility === 'account',
      origin: originOf(request),
    },
    role: place.role,
    name: place.name,
    user,
    seenBy: null,
  };
  if (place.isDueToBeNoted) await notePresence(parts.db, own.scope);
  const seen = user.seeAsMemberId === null ? null : await seeAsMember(parts.db, own, user.seeAsMemberId);
  if (seen !== null && !safeMethods.has(request.method) && access.whileSeeingAs !== true) {
    throw new ProblemError('read_only');
  }
  if (access.confirmed === true && confirmedUntil(user.confirmedAt) < new Date()) {
    throw new ProblemError('confirm_first');
  }
  return seen ?? own;
}

/** A session works where it was begun or switched to; it must not go on in another account when that place is gone. */
function choosePlace(places: readonly UserPlace[], chosen: string | null): UserPlace | undefined {
  return chosen === null ? places[0] : places.find((place) => place.memberId === chosen);
}

function needsSecondFactor({ secondFactor, role }: UserPlace): boolean {
  return secondFactor === 'everybody' || (secondFactor === 'office' && role !== 'crew');
}
