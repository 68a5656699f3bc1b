import { ticketFilterSchema } from '@ticket-pros/contracts/ticket';

/** What the address of the list says: its filters and its order, in the API's own words. */
export interface ListSearch {
  state?: string;
  memberId?: string;
  search?: string;
  receivedFrom?: string;
  receivedTo?: string;
  sort?: 'oldest';
}

const filterNames = ['state', 'memberId', 'search', 'receivedFrom', 'receivedTo'] as const;
type FilterName = (typeof filterNames)[number];

/** Reads the list's filters from an address; whatever the API would refuse is left out. */
export function readListSearch(address: Record<string, unknown>): ListSearch {
  const search: ListSearch = address.sort === 'oldest' ? { sort: 'oldest' } : {};
  for (const name of filterNames) {
    // A search for digits alone comes out of the address as a number.
    const text = typeof address[name] === 'number' ? String(address[name]) : address[name];
    if (typeof text === 'string' && ticketFilterSchema.shape[name].safeParse(text).success) search[name] = text;
  }
  return search;
}

/** The search with some filters changed; an empty text takes a filter away. */
export function changeFilter(search: ListSearch, change: Partial<Record<FilterName, string>>): ListSearch {
  const { sort, ...filters } = search;
  const entries = Object.entries({ ...filters, ...change }).filter(([, text]) => text !== '');
  return { ...Object.fromEntries(entries), ...(sort ? { sort } : {}) };
}

export function hasFilters(search: ListSearch): boolean {
  return filterNames.some((name) => search[name] !== undefined);
}

/** The address of an export of exactly the tickets that these filters list. */
export function exportAddress(search: ListSearch, format: 'csv' | 'json'): string {
  const { sort: _sort, ...filters } = search;
  const query = new URLSearchParams(Object.entries(filters)).toString();
  return `/v1/exports/tickets.${format}${query === '' ? '' : `?${query}`}`;
}
