export type LiveStatus = 'connecting' | 'live' | 'lost';

interface LiveListener {
  /** These tickets changed; null says that changes may have been missed, so everything should be asked for again. */
  onChange: (ticketIds: ReadonlySet<string> | null) => void;
  onStatus?: (status: LiveStatus) => void;
}

const gatherMs = 250;
const reconnectMs = 5_000;

/**
 * Follows `GET /v1/events` and tells which tickets changed, gathered over a quarter of a second. Connects again by
 * itself, and after each reconnection reports `null`. Returns the function that stops following.
 */
export function followTicketChanges({ onChange, onStatus }: LiveListener): () => void {
  let source: EventSource | null = null;
  let changed = new Set<string>();
  let gatherTimer: ReturnType<typeof setTimeout> | undefined;
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;

  const report = () => {
    gatherTimer = undefined;
    const ids = changed;
    changed = new Set();
    onChange(ids);
  };

  const connect = () => {
    onStatus?.('connecting');
    source = new EventSource('/v1/events');
    source.addEventListener('hello', () => {
      onStatus?.('live');
      if (wasLost) onChange(null);
      wasLost = false;
    });
    source.addEventListener('ticket', (event) => {
      const ticketId = readTicketId(event.data);
      if (ticketId === null) return;
      changed.add(ticketId);
      gatherTimer ??= setTimeout(report, gatherMs);
    });
    source.addEventListener('error', () => {
      wasLost = true;
      onStatus?.('lost');
      // The browser reconnects after a broken stream, but gives up for good after a refused one.
      if (source?.readyState === EventSource.CLOSED) reconnectTimer = setTimeout(connect, reconnectMs);
    });
  };

  connect();
  return () => {
    source?.close();
    clearTimeout(gatherTimer);
    clearTimeout(reconnectTimer);
  };
}

function readTicketId(data: unknown): string | null {
  if (typeof data !== 'string') return null;
  try {
    const event: unknown = JSON.parse(data);
    const hasId = typeof event === 'object' && event !== null && 'ticketId' in event;
    return hasId && typeof event.ticketId === 'string' ? event.ticketId : null;
  } catch {
    return null;
  }
}
