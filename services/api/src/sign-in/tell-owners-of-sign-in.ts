import { withMember } from '@ticket-pros/db/scope';
import { findPlaces, type UserPlace } from '../access/find-places.ts';
import type { ApiParts } from '../api-parts.ts';
import { sendMail } from '../mail/send-mail.ts';
import { findOwnerAddresses, selectOwners } from '../members/find-owners.ts';
import { sayDevice } from './describe-device.ts';
import { nameRegion } from './name-region.ts';
import type { UnusualSignIn } from './sign-in-events.ts';

type Parts = Pick<ApiParts, 'db' | 'auth' | 'queue' | 'mail'>;

/** Mails the owners of each account in which this user has a place that it signed in as never before (promise TP-14). */
export async function tellOwnersOfSignIn(parts: Parts, signIn: UnusualSignIn): Promise<void> {
  for (const place of await findPlaces(parts.db, signIn.userId)) await tellOwners(parts, place, signIn);
}

async function tellOwners({ db, auth, ...parts }: Parts, place: UserPlace, signIn: UnusualSignIn): Promise<void> {
  const { accountId, memberId, visibility } = place;
  const scope = { accountId, memberId, seesAccount: visibility === 'account' };
  const { owners, timeZone } = await withMember(db, scope, async (transaction) => ({
    owners: await selectOwners(transaction),
    timeZone: (
      await transaction.selectFrom('accounts').select('time_zone').where('id', '=', accountId).executeTakeFirstOrThrow()
    ).time_zone,
  }));
  // Who is an owner itself was told already.
  const others = owners.filter((owner) => owner.user_id !== signIn.userId);
  for (const { email, language } of await findOwnerAddresses(auth, others)) {
    await sendMail(
      { db, ...parts },
      {
        accountId,
        to: email,
        language,
        template: 'unusual-sign-in-of-member',
        parameters: {
          at: signIn.at,
          timeZone,
          memberName: place.name,
          company: place.accountName,
          device: sayDevice(signIn.device, language),
          region: nameRegion(signIn.region, language),
          memberUrl: new URL(`/people/${memberId}`, auth.signIn.publicUrl).href,
        },
      },
    );
  }
}
