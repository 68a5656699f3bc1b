/** SHA-256 of these bytes, in lower-case hex. Needs a secure origin, as `crypto.subtle` does. */
export async function hashPhoto(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
