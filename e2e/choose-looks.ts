import type { Screen } from './open-product.ts';

export type Look = { screen: Screen; scheme: 'light' | 'dark'; locale: 'en-US' | 'es-MX' };

const everyLook: readonly Look[] = [
  { screen: 'phone', scheme: 'dark', locale: 'es-MX' },
  { screen: 'desk', scheme: 'light', locale: 'en-US' },
  { screen: 'phone', scheme: 'light', locale: 'en-US' },
  { screen: 'desk', scheme: 'dark', locale: 'es-MX' },
];
const takesAll = process.env.ALL_LOOKS !== undefined;

/** The looks in which pages are checked: each screen, colour scheme and language once; ALL_LOOKS=1 takes two more. */
export const looks: readonly Look[] = takesAll ? everyLook : everyLook.slice(0, 2);

/** Whether the page at this place of a list is checked in this look: by turns; with ALL_LOOKS=1 each page in every look. */
export function isLookedAt(look: Look, place: number): boolean {
  return takesAll || looks[place % looks.length] === look;
}
