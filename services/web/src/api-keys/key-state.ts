import type { ApiKey } from '@ticket-pros/contracts/api-key';

const dayMs = 86_400_000;

/** From here on a key is shown as ending. */
const soonDays = 14;

export type KeyState = 'works' | 'ending' | 'sleeping' | 'expired' | 'revoked';

type Key = Pick<ApiKey, 'expiresAt' | 'revokedAt'>;

/** Whether a key opens anything, and if not, why; one whose member is deactivated opens nothing either. */
export function stateOfKey({ expiresAt, revokedAt }: Key, isMemberActive: boolean, now: Date): KeyState {
  if (revokedAt !== null) return 'revoked';
  const left = Date.parse(expiresAt) - now.getTime();
  if (left <= 0) return 'expired';
  if (!isMemberActive) return 'sleeping';
  return left <= soonDays * dayMs ? 'ending' : 'works';
}

/** Days until a key ends, begun ones counted. */
export function daysOfKey({ expiresAt }: Key, now: Date): number {
  return Math.ceil((Date.parse(expiresAt) - now.getTime()) / dayMs);
}
