import type { InvitationLook } from '@ticket-pros/contracts/invitation';
import type { Me } from '@ticket-pros/contracts/member';
import { api } from '../../api/client.ts';

export type FoundInvitation =
  | { kind: 'open'; invitation: InvitationLook; me: Me | null }
  | { kind: 'gone'; reason: 'over' | 'unreachable' };

/** What an invitation is for, and who is signed in on this phone already. */
export async function lookAtInvitation(token: string): Promise<FoundInvitation> {
  try {
    const [look, me] = await Promise.all([api.POST('/v1/join/look', { body: { token } }), api.GET('/v1/me')]);
    if (look.data) return { kind: 'open', invitation: look.data, me: me.data ?? null };
    return { kind: 'gone', reason: look.response.status < 500 ? 'over' : 'unreachable' };
  } catch {
    return { kind: 'gone', reason: 'unreachable' };
  }
}
