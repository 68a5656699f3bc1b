/**
 * The token behind the `#` of a link from a mail; null where the link was cut off. It stays in the address, so that loading the page
 * again works; it reaches no server by that.
 */
export function readLinkToken(): string | null {
  const token = window.location.hash.slice(1);
  return /^[\w-]{20,200}$/.test(token) ? token : null;
}
