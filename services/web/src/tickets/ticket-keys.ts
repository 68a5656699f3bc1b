/** Names under which answers about tickets are cached, so that a live event can find the ones that it makes stale. */
export const ticketKeys = {
  all: ['tickets'],
  lists: ['tickets', 'lists'],
  list: (query: object) => ['tickets', 'lists', 'page', query],
  counts: (query: object) => ['tickets', 'lists', 'counts', query],
  next: (after: string | null) => ['tickets', 'lists', 'next', after],
  detail: (ticketId: string) => ['tickets', 'detail', ticketId],
} as const;
