import type { PhoneParts } from './phone-parts.ts';

const channelName = 'ticket-pros-outbox';

/** What the outbox needs, from the browser: for a page and, where there is no document, for a service worker. */
export function browserParts(askForBackgroundSend: () => void): PhoneParts {
  const channel = new BroadcastChannel(channelName);
  const storage: StorageManager | undefined = navigator.storage;
  return {
    database: indexedDB,
    fetch: (url, init) => fetch(url, init),
    origin: location.origin,
    locks: {
      request: async (name, options, run) => await navigator.locks.request(name, options, run),
    },
    tellTabs: (message) => channel.postMessage(message),
    onTabTold: (run) => {
      const listen = (event: MessageEvent<unknown>) => run(event.data);
      channel.addEventListener('message', listen);
      return () => channel.removeEventListener('message', listen);
    },
    now: Date.now,
    random: Math.random,
    newId: () => crypto.randomUUID(),
    setTimer: (run, milliseconds) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    isOnline: () => navigator.onLine,
    onAwake,
    persist: async () => (await storage?.persisted?.()) === true || (await storage?.persist?.()) === true,
    measureSpace: async () => {
      const { usage, quota } = (await storage?.estimate?.()) ?? {};
      return usage === undefined || quota === undefined ? null : { usage, quota };
    },
    askForBackgroundSend,
  };
}

function onAwake(run: (why: 'online' | 'seen') => void): () => void {
  const online = () => run('online');
  const seen = () => {
    if (document.visibilityState === 'visible') run('seen');
  };
  globalThis.addEventListener('online', online);
  if ('document' in globalThis) document.addEventListener('visibilitychange', seen);
  return () => {
    globalThis.removeEventListener('online', online);
    if ('document' in globalThis) document.removeEventListener('visibilitychange', seen);
  };
}
