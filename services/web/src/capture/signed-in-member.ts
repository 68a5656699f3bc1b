import type { Language } from '@ticket-pros/contracts/account';
import type { Me } from '@ticket-pros/contracts/member';
import { api } from '../api/client.ts';
import { isLanguage } from '../messages/languages.ts';
import { needsSecondFactor } from '../sign-in/needs-second-factor.ts';

export type CaptureMember = Pick<Me['member'], 'id' | 'name' | 'role'> & {
  timeZone: string;
  /** What the member chose, and what its account speaks. */
  language: Language | null;
  accountLanguage: Language | null;
};
export type SignedIn =
  | { kind: 'member'; member: CaptureMember; mayInvite: boolean; isSeenAs: boolean }
  /** The company wants a second factor before anything else. */
  | { kind: 'second-factor-needed' }
  | { kind: 'signed-out' }
  | { kind: 'unreachable' };

const storageKey = 'ticket-pros-member';

/**
 * Who is signed in. Without a connection it is whoever was last signed in here, so that photos can be taken and kept;
 * the server checks again when they are sent.
 */
export async function findSignedInMember(): Promise<SignedIn> {
  try {
    const { data, response } = await api.GET('/v1/me');
    if (data) {
      if (needsSecondFactor(data)) return { kind: 'second-factor-needed' };
      const { id, name, role, language } = data.member;
      const { timeZone, language: accountLanguage } = data.account;
      const member = { id, name, role, timeZone, language, accountLanguage };
      const isSeenAs = data.seeingAs !== null;
      // Without a connection an owner is itself again.
      if (!isSeenAs) rememberMember(member);
      return { kind: 'member', member, mayInvite: data.member.mayInvite && !isSeenAs, isSeenAs };
    }
    if (response.status === 401) return { kind: 'signed-out' };
  } catch {
    // No connection: fall through to the member remembered here.
  }
  const remembered = readRememberedMember();
  return remembered
    ? { kind: 'member', member: remembered, mayInvite: false, isSeenAs: false }
    : { kind: 'unreachable' };
}

/** Keeps who is signed in for the time without a connection. */
export function rememberMember(member: CaptureMember): void {
  localStorage.setItem(storageKey, JSON.stringify(member));
  void noteMember(member.id);
}

/** Forgets who was signed in on this phone. */
export async function forgetMember(): Promise<void> {
  localStorage.removeItem(storageKey);
  await noteMember(null);
}

/** Who was last signed in on this phone. */
export function readRememberedMember(): CaptureMember | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (!isMember(stored)) return null;
    // A page of before the languages did not keep them.
    const language = readLanguage(stored, 'language');
    return { ...stored, language, accountLanguage: readLanguage(stored, 'accountLanguage') };
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

function readLanguage(holder: object, name: string): Language | null {
  const language: unknown = new Map(Object.entries(holder)).get(name);
  return isLanguage(language) ? language : null;
}

/** For the files that other apps share with this one. Their store is opened late: nothing on the screen waits for it. */
async function noteMember(memberId: string | null): Promise<void> {
  try {
    const handedIn = await import('./install/handed-in-files.ts');
    await handedIn.noteMember(memberId);
  } catch {
    // Where it is not kept, shared files go to whoever takes them in.
  }
}
