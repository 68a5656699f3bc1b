/** What TypeScript's own types of a service worker lack: https://wicg.github.io/background-sync/ and its periodic sibling. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

interface ServiceWorkerGlobalScopeEventMap {
  sync: SyncEvent;
  periodicsync: SyncEvent;
}
