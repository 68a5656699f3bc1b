import { memberRoleSchema } from '@ticket-pros/contracts/member-role';

/** Whom the list shows: everybody active, those of one role, or those who were deactivated. */
export const shownKinds = ['everybody', 'owner', 'office', 'crew', 'deactivated'] as const;
export type ShownKind = (typeof shownKinds)[number];

/** What the address of the page says. */
export interface PeopleSearch {
  search?: string;
  show?: Exclude<ShownKind, 'everybody'>;
}

/** Reads the filters from an address; what it doesn't know is left out. */
export function readPeopleSearch(address: Record<string, unknown>): PeopleSearch {
  const found: PeopleSearch = {};
  // A search for digits alone comes out of the address as a number.
  const search = typeof address.search === 'number' ? String(address.search) : address.search;
  if (typeof search === 'string' && search.trim() !== '') found.search = search.slice(0, 100);
  const role = memberRoleSchema.safeParse(address.show);
  if (role.success) found.show = role.data;
  else if (address.show === 'deactivated') found.show = 'deactivated';
  return found;
}
