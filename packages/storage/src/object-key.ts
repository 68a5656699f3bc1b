/** An image as it was sent (metadata stripped), sized for the screen, and small for lists. */
export type Rendition = 'original' | 'display' | 'thumbnail';

/** `accounts/<accountId>/tickets/<ticketId>/<imageId>/<rendition>` */
export function imageKey(accountId: string, ticketId: string, imageId: string, rendition: Rendition): string {
  return checkObjectKey(`${ticketPrefix(accountId, ticketId)}${imageId}/${rendition}`);
}

/** `accounts/<accountId>/tickets/<ticketId>/staged/<pieceId>`: sealed bytes of a photo that is still on its way. */
export function stagedPieceKey(accountId: string, ticketId: string, pieceId: string): string {
  return checkObjectKey(`${ticketPrefix(accountId, ticketId)}staged/${pieceId}`);
}

/** What the keys of all objects of a ticket start with. */
export function ticketPrefix(accountId: string, ticketId: string): string {
  return checkPrefix(`${accountPrefix(accountId)}tickets/${ticketId}/`);
}

/** What the keys of all objects of an account start with. */
export function accountPrefix(accountId: string): string {
  return checkPrefix(`accounts/${accountId}/`);
}

const keyPattern = /^[A-Za-z0-9_-]{1,128}(\/[A-Za-z0-9_-]{1,128}){0,15}$/;

/**
 * The key itself when it may be one, so that none can ever leave the storage's folder or bucket; else throws a
 * RangeError.
 */
export function checkObjectKey(key: string): string {
  if (!keyPattern.test(key)) throw new RangeError(`${JSON.stringify(key)} can't be the key of an object.`);
  return key;
}

/** The prefix itself when it may be one: whole folders, ending with a slash. */
export function checkPrefix(prefix: string): string {
  if (!prefix.endsWith('/')) throw new RangeError(`${JSON.stringify(prefix)} has to end with a slash.`);
  checkObjectKey(prefix.slice(0, -1));
  return prefix;
}
