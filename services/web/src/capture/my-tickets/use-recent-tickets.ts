import type { TicketDetail, TicketSummary } from '@ticket-pros/contracts/ticket';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { followTicketChanges, type LiveStatus } from '../../live/follow-ticket-changes.ts';
import { joinPages } from './join-pages.ts';

export type TicketFilter = 'all' | 'needsMe';

export interface RecentTickets {
  /** The latest ones, whatever the filter; null until they were loaded once. */
  newest: readonly TicketSummary[] | null;
  /** What the filter lets through, as far as it was loaded; null until it was loaded once. */
  tickets: readonly TicketSummary[] | null;
  failed: boolean;
  filter: TicketFilter;
  setFilter: (filter: TicketFilter) => void;
  /** How many tickets on the server need something from the member; null until it is known. */
  needing: number | null;
  /** Older ones: none, there to be asked for, being loaded, or not to be had now. */
  older: 'none' | 'there' | 'loading' | 'failed';
  showOlder: () => Promise<void>;
  reload: () => Promise<void>;
  /** Shows a ticket as an answer of the server told it. */
  replace: (ticket: TicketSummary | TicketDetail) => void;
}

interface Pages {
  tickets: readonly TicketSummary[];
  nextCursor: string | null;
}

const pageSize = 20;
const pollMs = 15_000;

/** The member's own tickets on the server, kept fresh by live events, and by asking now and then without them. */
export function useRecentTickets(memberId: string): RecentTickets {
  const [filter, setFilter] = useState<TicketFilter>('all');
  const [pages, setPages] = useState<Partial<Record<TicketFilter, Pages>>>({});
  const [needing, setNeeding] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const [olderState, setOlderState] = useState<'loading' | 'failed' | null>(null);
  const filterNow = useRef(filter);
  filterNow.current = filter;
  const pagesNow = useRef(pages);
  pagesNow.current = pages;

  const load = useCallback(
    async (wanted: TicketFilter, cursor?: string): Promise<Pages | null> => {
      const query = {
        memberId,
        limit: pageSize,
        sort: 'newest' as const,
        ...(wanted === 'needsMe' ? { needsCrew: 'true' as const } : {}),
        ...(cursor === undefined ? {} : { cursor }),
      };
      try {
        return (await api.GET('/v1/tickets', { params: { query } })).data ?? null;
      } catch {
        return null;
      }
    },
    [memberId],
  );

  const loadFirst = useCallback(
    async (wanted: TicketFilter) => {
      const first = await load(wanted);
      if (first !== null) setPages((held) => ({ ...held, [wanted]: joinPages(first, held[wanted]) }));
      return first !== null;
    },
    [load],
  );

  const reload = useCallback(async () => {
    const counting = api
      .GET('/v1/tickets/counts', { params: { query: { memberId, needsCrew: 'true' } } })
      .then(({ data }) => data && setNeeding(Object.values(data).reduce((sum, count) => sum + count, 0)))
      .catch(() => undefined);
    const lists: TicketFilter[] = filterNow.current === 'all' ? ['all'] : ['all', 'needsMe'];
    const loaded = await Promise.all(lists.map(loadFirst));
    await counting;
    setFailed(loaded.includes(false));
  }, [loadFirst, memberId]);

  const replace = useCallback((ticket: TicketSummary) => {
    setPages((held) => {
      const put = (list: Pages | undefined) =>
        list && { ...list, tickets: list.tickets.map((one) => (one.id === ticket.id ? ticket : one)) };
      const all = put(held.all);
      const needsMe = put(held.needsMe);
      return { ...(all && { all }), ...(needsMe && { needsMe }) };
    });
  }, []);

  /** Changed tickets that lie beyond the first page are asked for one by one. */
  const refresh = useCallback(
    async (changed: ReadonlySet<string> | null) => {
      const older = Object.values(pagesNow.current).flatMap(({ tickets }) => tickets.slice(pageSize));
      await reload();
      const wanted = new Set(older.map(({ id }) => id).filter((id) => changed?.has(id)));
      for (const ticketId of wanted) {
        const { data } = await api.GET('/v1/tickets/{ticketId}', { params: { path: { ticketId } } });
        if (data) replace(data);
      }
    },
    [reload, replace],
  );

  const showOlder = async () => {
    const cursor = pages[filter]?.nextCursor;
    if (!cursor) return;
    setOlderState('loading');
    const more = await load(filter, cursor);
    setOlderState(more === null ? 'failed' : null);
    if (more === null) return;
    setPages((held) => {
      const before = held[filter];
      // A list that was begun anew meanwhile has another end.
      if (before?.nextCursor !== cursor) return held;
      return { ...held, [filter]: { tickets: [...before.tickets, ...more.tickets], nextCursor: more.nextCursor } };
    });
  };

  useEffect(() => {
    let live: LiveStatus = 'connecting';
    void reload();
    const stop = followTicketChanges({
      onChange: (changed) => void refresh(changed).catch(() => undefined),
      onStatus: (status) => {
        live = status;
      },
    });
    const poll = setInterval(() => {
      if (live !== 'live' && navigator.onLine && document.visibilityState === 'visible') void reload();
    }, pollMs);
    return () => {
      stop();
      clearInterval(poll);
    };
  }, [reload, refresh]);

  const shown = pages[filter];
  return {
    newest: pages.all?.tickets ?? null,
    tickets: shown?.tickets ?? null,
    failed,
    filter,
    setFilter: (wanted) => {
      setFilter(wanted);
      setOlderState(null);
      if (wanted === 'needsMe') void loadFirst(wanted).then((loaded) => setFailed(!loaded));
    },
    needing,
    older: olderState ?? (shown?.nextCursor ? 'there' : 'none'),
    showOlder,
    reload,
    replace,
  };
}
