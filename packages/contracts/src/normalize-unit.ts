/** Every unit that is known by more than one spelling, in upper case without dots and spaces. */
const spellings: Record<string, readonly string[]> = {
  LB: ['LB', 'LBS', 'POUND', 'POUNDS', '#'],
  KG: ['KG', 'KGS', 'KILO', 'KILOS', 'KILOGRAM', 'KILOGRAMS'],
  TON: ['TON', 'TONS', 'TN', 'TNS', 'ST'],
  TONNE: ['TONNE', 'TONNES', 'T', 'MT'],
  CY: ['CY', 'CYD', 'CYDS', 'CUYD', 'CUYDS', 'YD', 'YDS', 'YD3', 'YARD', 'YARDS', 'CUBICYARD', 'CUBICYARDS'],
  BBL: ['BBL', 'BBLS', 'BARREL', 'BARRELS'],
  GAL: ['GAL', 'GALS', 'GALLON', 'GALLONS'],
  BU: ['BU', 'BUS', 'BUSHEL', 'BUSHELS'],
  HR: ['HR', 'HRS', 'HOUR', 'HOURS'],
  EA: ['EA', 'EACH'],
  LOAD: ['LOAD', 'LOADS', 'LD', 'LDS'],
  FT: ['FT', 'FEET'],
  DAY: ['DAY', 'DAYS'],
};
const unitOf = new Map(Object.entries(spellings).flatMap(([unit, all]) => all.map((spelling) => [spelling, unit])));

/** The short name of a unit that has several spellings, such as `LB` for `pounds`; undefined for other words. */
export function findKnownUnit(text: string): string | undefined {
  return unitOf.get(squeeze(text));
}

/** A unit's short name (`lbs.` → `LB`); an unknown one of at most 12 letters in upper case; null for anything else. */
export function normalizeUnit(text: string): string | null {
  const squeezed = squeeze(text);
  return unitOf.get(squeezed) ?? (/^[A-Z][A-Z0-9/%-]{0,11}$/.test(squeezed) ? squeezed : null);
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[.()\s]/g, '');
}
