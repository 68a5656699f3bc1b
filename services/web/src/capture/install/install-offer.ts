/** The browser's own way to ask, in Chromium: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** How this browser puts the page on the home screen; null where it does not, or it is there, or was not wanted. */
export type InstallOffer = 'ask' | 'by-share-menu' | null;

const refusedKey = 'ticket-pros-install-refused';

let kept: InstallPrompt | null = null;
let offer: InstallOffer = null;
const listeners = new Set<() => void>();

/** Begins to listen for the browser's offer, which it makes once and early. */
export function watchInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    // Its own banner would come at a moment that it chooses.
    event.preventDefault();
    kept = isInstallPrompt(event) ? event : null;
    decide();
  });
  window.addEventListener('appinstalled', () => {
    kept = null;
    decide();
  });
  decide();
}

export function installOffer(): InstallOffer {
  return offer;
}

/** Calls `listener` after each change of the offer. Returns the function that ends it. */
export function onInstallOffer(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export async function acceptInstallOffer(): Promise<void> {
  const asking = kept;
  // A browser takes each offer once.
  kept = null;
  decide();
  await asking?.prompt();
}

/** For good, on this phone. */
export function refuseInstallOffer(): void {
  try {
    localStorage.setItem(refusedKey, 'yes');
  } catch {
    // A browser that keeps nothing: not shown again on this page.
  }
  kept = null;
  offer = null;
  for (const listener of listeners) listener();
}

function decide(): void {
  offer = wasRefused() || isInstalled() ? null : kept !== null ? 'ask' : isAppleTouch() ? 'by-share-menu' : null;
  for (const listener of listeners) listener();
}

function wasRefused(): boolean {
  try {
    return localStorage.getItem(refusedKey) !== null;
  } catch {
    return true;
  }
}

function isInstalled(): boolean {
  return window.matchMedia('(display-mode: standalone)').matches || isAppleTouch() === null;
}

/** Browsers of iPhone and iPad say whether they were opened from the home screen: null there, true elsewhere on them. */
function isAppleTouch(): boolean | null {
  if (!('standalone' in navigator)) return false;
  return navigator.standalone === true ? null : true;
}

function isInstallPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event && typeof event.prompt === 'function';
}
