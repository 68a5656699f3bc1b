import { choosePlaceSchema, meSchema } from '@ticket-pros/contracts/member';
import { findPlaces } from '../access/find-places.ts';
import { askerOf, signedInUserOf } from '../access/guard-routes.ts';
import { originOf } from '../access/origin-of.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { chooseMember } from '../sign-in/change-session.ts';
import { describeMe } from './describe-me.ts';

/** POST /v1/me/place: the account to work in from now on, in this session. */
export function choosePlace(app: Api, parts: ApiParts): void {
  app.post(
    '/v1/me/place',
    {
      config: { access: { who: 'members', whileSeeingAs: true, withoutSecondFactor: true } },
      schema: {
        tags: ['Me'],
        summary: 'Switch to another account',
        body: choosePlaceSchema,
        response: { 200: meSchema },
      },
    },
    async (request) => {
      const user = signedInUserOf(request);
      const places = await findPlaces(parts.db, user.userId);
      const place = places.find((one) => one.memberId === request.body.memberId);
      if (place === undefined) throw new ProblemError('not_found');
      await chooseMember(parts.auth, user.sessionToken, place.memberId);
      const scope = {
        accountId: place.accountId,
        memberId: place.memberId,
        seesAccount: place.visibility === 'account',
        origin: originOf(request),
      };
      const asker = { ...askerOf(request), scope, role: place.role, name: place.name, seenBy: null };
      return describeMe(parts, asker, user);
    },
  );
}
