/**
 * A time of day as people print it, as `HH:MM` of 24 hours: `7:15 pm`, `7:15p`, `7 pm`, `1915`, `07:15`, `14:21:21`
 * (seconds are dropped), `noon`. Null for anything else, among it hours above 24 and a number of one or two digits
 * without am or pm.
 */
export function normalizeTime(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?(hrs?|hours|h|uhr)\.?$/, '');
  if (/^(12 ?)?noon$/.test(plain)) return '12:00';
  if (/^(12 ?)?midnight$/.test(plain)) return '00:00';
  const parts =
    /^(\d{1,2}) ?[:.] ?(\d{2})(?: ?[:.] ?\d{2})? ?([ap]?)\.? ?m?\.?$/.exec(plain) ??
    /^(\d{1,2})(\d{2}) ?([ap]?)\.? ?m?\.?$/.exec(plain) ??
    /^(\d{1,2})() ?([ap])\.? ?m?\.?$/.exec(plain);
  if (parts === null) return null;
  const minute = Number(parts[2]);
  let hour = Number(parts[1]);
  // `16 am` has lost something
  if (parts[2] === '' && hour > 12) return null;
  if (parts[3] === 'p' && hour < 12) hour += 12;
  if (parts[3] === 'a' && hour === 12) hour = 0;
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
