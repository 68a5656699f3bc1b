import { demoAccount } from '@ticket-pros/contracts/demo-account';
import type { MemberRole } from '@ticket-pros/contracts/member-role';

/** E-mail and password of a demo member. */
export function demoMember(role: MemberRole): (typeof demoAccount.members)[number] {
  const member = demoAccount.members.find((one) => one.role === role);
  if (member === undefined) throw new Error(`The demo account has no ${role}`);
  return member;
}

/** Signs a demo member in through the API, and gives the session as a `cookie` header. */
export async function signInDemoMember(address: string, role: MemberRole): Promise<string> {
  const { email, password } = demoMember(role);
  const response = await fetch(`${address}/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
