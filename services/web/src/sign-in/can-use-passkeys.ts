import { browserSupportsWebAuthn } from '@simplewebauthn/browser';

/** Whether passkeys work here: they belong to a name, so an address in numbers (a phone at a computer's own network) has none. */
export function canUsePasskeys(): boolean {
  const { hostname } = window.location;
  return browserSupportsWebAuthn() && !/^[\d.]+$|:/.test(hostname);
}
