import type { ReferenceListName } from '@ticket-pros/contracts/reference-lists';

/** A way to write an entry, and how often it is written so, as a share of how often it is written out. */
export type Variant = { text: string; share: number };

const legalForm = /[ ,]+(?:inc|incorporated|l\.?l\.?c|l\.?l\.?p|l\.?p|co|company|corp|corporation|ltd|limited)\.?$/i;
const unitPrefix = /^(?:#|no\.? ?|unit ?#? ?|truck ?#? ?|trk\.? ?#? ?|trailer ?#? ?|trl\.? ?#? ?)(?=[a-z-]*\d)/i;

/** How people write an entry of a list on tickets; the first one as it stands in the list. */
export function spellingVariants(list: ReferenceListName, entry: string): Variant[] {
  const short = shortForms(list, entry).filter((text) => text !== entry && text.length > 1);
  return [{ text: entry, share: 1 }, ...[...new Set(short)].map((text) => ({ text, share: 0.1 }))];
}

function shortForms(list: ReferenceListName, entry: string): string[] {
  switch (list) {
    case 'customers':
      return [entry.replace(legalForm, '')];
    case 'people':
      return personForms(entry);
    case 'trucks':
    case 'trailers': {
      const bare = entry.replace(unitPrefix, '');
      return [bare, bare.replace(/^0+(?=\d)/, '')];
    }
    default:
      return [];
  }
}

/** `J. Garza` and `Garza, Jose` for `Jose Garza`; the point and the comma may be left out of any spelling. */
function personForms(entry: string): string[] {
  const names = entry.split(/\s+/);
  const [first = ''] = names;
  const last = names.at(-1) ?? '';
  if (names.length < 2 || first.replace('.', '').length < 2 || last.length < 2) return [];
  return [`${first.charAt(0)}. ${last}`, `${last}, ${first}`];
}
