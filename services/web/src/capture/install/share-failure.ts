import { handedInParameter } from '../../service-worker/worker-words.ts';

/** Whether this page was opened for photos that another app shared and that did not arrive. */
export function shareFailed(): boolean {
  return new URLSearchParams(window.location.search).get(handedInParameter) === 'failed';
}

/** The address without it, so that loading the page again does not tell it again. */
export function forgetShareFailure(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete(handedInParameter);
  window.history.replaceState(window.history.state, '', address);
}
