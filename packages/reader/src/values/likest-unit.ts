import { findKnownUnit } from '@ticket-pros/contracts/normalize-unit';
import { editDistance } from './label-wording.ts';

/** Units as they stand in columns, and such as have one spelling only. */
const usual = [
  'LBS',
  'LB',
  'TON',
  'TONS',
  'CY',
  'YD',
  'BBL',
  'BBLS',
  'GAL',
  'GALS',
  'HR',
  'HRS',
  'EA',
  'FT',
  'DAY',
  'LOAD',
];
const others = [
  'CAN',
  'BAG',
  'BOX',
  'ROLL',
  'JTS',
  'PLT',
  'BDL',
  'COIL',
  'DRUM',
  'PAIL',
  'TOTE',
  'SKID',
  'CTN',
  'PCS',
  'MI',
  'KIT',
  'SET',
  'TUBE',
];

/** Signs that engines take for one another, each as the first of its kind. */
function fold(text: string): string {
  return text
    .toUpperCase()
    .replace(/[1I|!]/g, 'L')
    .replace(/0/g, 'O')
    .replace(/[+7]/g, 'T')
    .replace(/8/g, 'B')
    .replace(/5/g, 'S')
    .replace(/6/g, 'G');
}

/**
 * The short name of the unit that a text in a column of units is, or is but for a sign (`bb1`, `f+`, `HAS` for `HRS`); null where none is
 * near or several are.
 */
export function likestUnit(text: string): string | null {
  const plain = text.toUpperCase();
  const known = findKnownUnit(plain);
  if (known !== undefined || others.includes(plain)) return known ?? plain;
  const seen = fold(text);
  const near = [...usual, ...others].filter(
    (unit) => editDistance(seen, fold(unit)) <= (seen.length > 2 || seen === 'BB' ? 1 : 0),
  );
  const units = new Set(near.map((unit) => findKnownUnit(unit) ?? unit));
  const exact = near.find((unit) => fold(unit) === seen);
  if (exact !== undefined) return findKnownUnit(exact) ?? exact;
  return units.size === 1 ? ([...units][0] ?? null) : null;
}
