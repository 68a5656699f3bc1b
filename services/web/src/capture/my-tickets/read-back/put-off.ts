const storageKey = 'ticket-pros-read-back-put-off';
const most = 200;

/** The ids of tickets that the crew did not want to compare with the paper now; kept so that a reload does not ask again. */
export function readPutOff(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Keeps these ids, the latest 200; where the browser keeps nothing they are asked for again after a reload. */
export function keepPutOff(ids: ReadonlySet<string>): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify([...ids].slice(-most)));
  } catch {
    // Private browsing, or no space left.
  }
}
