import { useSyncExternalStore } from 'react';

/** What lies over the capture page: one ticket, or the receipts. Kept in the address, so that the phone's own Back closes it. */
export type OpenSheet = { kind: 'ticket'; ticketId: string } | { kind: 'receipts' } | null;

const ticketHash = /^#ticket=([\w-]+)$/;

/** The address of a ticket's sheet, for links. */
export function ticketAddress(ticketId: string): string {
  return `#ticket=${ticketId}`;
}
export const receiptsAddress = '#receipts';

/** Which sheet is open, and how it is closed. */
export function useOpenSheet(): { sheet: OpenSheet; close: () => void } {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const ticketId = ticketHash.exec(hash)?.[1];
  if (ticketId !== undefined) return { sheet: { kind: 'ticket', ticketId }, close };
  return { sheet: hash === receiptsAddress ? { kind: 'receipts' } : null, close };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function close(): void {
  // As an entry of its own, so that Back never leaves the page with photos that are not sent.
  const { pathname, search } = window.location;
  window.history.replaceState(null, '', pathname + search);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
