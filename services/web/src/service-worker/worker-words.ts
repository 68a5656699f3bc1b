/** What the page and its service worker call things between them; both versions of an update have to know them. */

/** The page asks a worker that is installed and waits to take over at once. */
export const takeOverMessage = 'take-over';
/** The tag of the event in which the browser lets the worker send what waits, with or without a page. */
export const sendWaitingTag = 'send-waiting';
/** Where another app's files arrive (the manifest names it, and the API answers there where no worker does). */
export const shareAddress = '/capture/share';
/** The page's address after files were handed in: how many, or `failed`. */
export const handedInParameter = 'handed-in';
/** All our caches begin so; the worker that switches this one off looks for it. */
export const cachePrefix = 'ticket-pros-';
