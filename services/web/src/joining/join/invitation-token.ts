const storageKey = 'ticket-pros-invitation';

/**
 * The token behind the `#` of an invitation's link; without one, that of the invitation whose bearer went to sign in first. Null where
 * the link was cut off.
 */
export function readInvitationToken(): string | null {
  const token = window.location.hash.slice(1) || (sessionStorage.getItem(storageKey) ?? '');
  return /^[\w-]{20,200}$/.test(token) ? token : null;
}

/** Keeps the token in this tab while its bearer signs in: an address would carry it to the server and into its log. */
export function keepInvitationToken(token: string): void {
  sessionStorage.setItem(storageKey, token);
}

export function forgetInvitationToken(): void {
  sessionStorage.removeItem(storageKey);
}
