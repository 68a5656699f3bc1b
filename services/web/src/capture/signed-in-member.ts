import type { Me } from '@ticket-pros/contracts/member';
import { api } from '../api/client.ts';

export type CaptureMember = Pick<Me['member'], 'id' | 'name' | 'role'> & { timeZone: string };
export type SignedIn = { kind: 'member'; member: CaptureMember } | { kind: 'signed-out' } | { kind: 'unreachable' };

const storageKey = 'ticket-pros-member';

/**
 * Who is signed in. Without a connection it is whoever was last signed in here, so that photos can be taken and kept;
 * the server checks again when they are sent.
 */
export async function findSignedInMember(): Promise<SignedIn> {
  try {
    const { data, response } = await api.GET('/v1/me');
    if (data) {
      const { id, name, role } = data.member;
      const member = { id, name, role, timeZone: data.account.timeZone };
      localStorage.setItem(storageKey, JSON.stringify(member));
      return { kind: 'member', member };
    }
    if (response.status === 401) return { kind: 'signed-out' };
  } catch {
    // No connection: fall through to the member remembered here.
  }
  const remembered = readRemembered();
  return remembered ? { kind: 'member', member: remembered } : { kind: 'unreachable' };
}

/** Forgets who was signed in on this phone. */
export function forgetMember(): void {
  localStorage.removeItem(storageKey);
}

function readRemembered(): CaptureMember | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return isMember(stored) ? stored : null;
  } catch {
    return null;
  }
}

function isMember(stored: unknown): stored is CaptureMember {
  const names = ['id', 'name', 'role', 'timeZone'] as const;
  if (typeof stored !== 'object' || stored === null) return false;
  const fields = new Map(Object.entries(stored));
  return names.every((name) => typeof fields.get(name) === 'string');
}
