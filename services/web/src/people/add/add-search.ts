import { z } from 'zod';

/** The ways to get somebody in. */
export const addWays = ['link', 'email', 'name', 'many'] as const;
export type AddWay = (typeof addWays)[number];

/** What the address of the page says: the way, and below whom. */
export interface AddSearch {
  way?: AddWay;
  under?: string;
}

export function readAddSearch(address: Record<string, unknown>): AddSearch {
  const way = addWays.find((one) => one === address.way);
  const under = z.uuid().safeParse(address.under);
  return { ...(way ? { way } : {}), ...(under.success ? { under: under.data } : {}) };
}
