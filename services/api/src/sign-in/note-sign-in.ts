import { signInPages } from '@ticket-pros/contracts/sign-in';
import type { Call } from './ask-auth.ts';
import { describeDevice } from './describe-device.ts';
import { nameDevice, readDevice } from './device-cookie.ts';
import { findRegion } from './find-region.ts';
import type { SignInParts } from './sign-in-parts.ts';
import { noteEvent, tellUser } from './tell-user.ts';

/**
 * Remembers where a user signed in, and tells everybody concerned: the audit log of it, and the user and its owners where the device
 * or the country is a new one (promise TP-14). A user's first sign-in is never unusual.
 */
export async function noteSignIn({ auth, request, reply }: Call, userId: string): Promise<void> {
  const parts = auth.signIn;
  const device = readDevice(request, parts) ?? nameDevice(reply, parts);
  const region = findRegion(request.ip);
  const isUnusual = await remember(parts, { userId, device, region });
  noteEvent(parts, request, { action: 'signed_in', userId });
  if (!isUnusual) return;
  noteEvent(parts, request, { action: 'sign_in_unusual', userId });
  const found = { at: parts.now(), device: describeDevice(request.headers['user-agent']), region };
  parts.background.run(() => parts.events.onUnusualSignIn({ userId, ...found }));
  tellUser(parts, userId, (to) =>
    parts.events.sendMail({
      to,
      userId,
      template: 'unusual-sign-in',
      parameters: { ...found, sessionsUrl: new URL(signInPages.security, parts.publicUrl).href },
    }),
  );
}

type Place = { userId: string; device: string; region: string | null };

/** Whether the user signed in before, but not on this device or not from this country. */
async function remember({ tables, now }: SignInParts, { userId, device, region }: Place): Promise<boolean> {
  const lastSignInAt = now();
  return tables.transaction().execute(async (transaction) => {
    const devices = await transaction.selectFrom('knownDevice').select('device').where('userId', '=', userId).execute();
    const regions = await transaction.selectFrom('knownRegion').select('region').where('userId', '=', userId).execute();
    await transaction
      .insertInto('knownDevice')
      .values({ userId, device, lastSignInAt })
      .onConflict((conflict) => conflict.columns(['userId', 'device']).doUpdateSet({ lastSignInAt }))
      .execute();
    if (region !== null) {
      await transaction
        .insertInto('knownRegion')
        .values({ userId, region, lastSignInAt })
        .onConflict((conflict) => conflict.columns(['userId', 'region']).doUpdateSet({ lastSignInAt }))
        .execute();
    }
    const isNewDevice = devices.length > 0 && !devices.some((known) => known.device === device);
    const isNewRegion = region !== null && regions.length > 0 && !regions.some((known) => known.region === region);
    return isNewDevice || isNewRegion;
  });
}
