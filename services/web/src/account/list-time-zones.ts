/** A time zone as people look for it: its place, and how far it is from UTC now. */
export interface TimeZoneChoice {
  value: string;
  label: string;
  /** `America/Chicago` in words, with the zone's names in the page's language, for the search. */
  words: string;
}

/** Those in which most accounts are, first. */
const common = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Mexico_City',
  'America/Monterrey',
  'America/Tijuana',
];

/** Every time zone that the browser knows, the common ones first, then by name; the one that is `chosen` is always among them. */
export function listTimeZones(locale: string, now: Date, chosen: string): TimeZoneChoice[] {
  const known = new Set([...common, ...Intl.supportedValuesOf('timeZone').sort(), chosen]);
  return [...known].map((zone) => {
    const place = zone.replaceAll('_', ' ').split('/').slice(-2).reverse().join(', ');
    const offset = nameIn('en', zone, now, 'longOffset').replace('GMT', 'UTC');
    const name = nameIn(locale, zone, now, 'longGeneric');
    return { value: zone, label: `${place} (${offset})`, words: plainWords(`${zone} ${place} ${offset} ${name}`) };
  });
}

/** Whether every word of `search` stands in what people may call the zone. */
export function fitsTimeZone({ words }: TimeZoneChoice, search: string): boolean {
  return plainWords(search)
    .split(/\s+/)
    .every((word) => words.includes(word));
}

function plainWords(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
}

function nameIn(locale: string, timeZone: string, now: Date, timeZoneName: 'longOffset' | 'longGeneric'): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(now);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
