import type { FormField } from '@ticket-pros/contracts/form';
import { editDistance } from '../values/label-wording.ts';
import { foldText } from './fold-text.ts';

/** So often a field has to say the same before that counts as printed. */
const leastWeight = 1.8;
const leastShare = 0.75;

/** The value that a form always has in a field: its issuer's name, a unit. The name of the issuer is believed at once. */
export function printedWithForm(
  { values, field }: FormField,
  isIssuer: boolean,
): { normalized: string; printedText: string } | null {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  const [first] = values;
  if (first === undefined || !(isIssuer || /(^|_)unit$/.test(field))) return null;
  if (first.weight < leastShare * total || (!isIssuer && first.weight < leastWeight)) return null;
  return { normalized: first.normalized, printedText: first.printedText };
}

/** The value that stood in this field before and that a text, misread by a letter, is likely to be; or null. */
export function knownSpelling({ values }: FormField, text: string): string | null {
  const folded = foldText(text);
  const known = values.filter(
    ({ normalized }) => isMisreadOf(folded, foldText(normalized)) && hasSameInitials(text, normalized),
  );
  return known.length === 1 ? (known[0]?.normalized ?? null) : null;
}

/** Numbers tell things apart, so that a digit that differs is no misreading. */
function isMisreadOf(seen: string, known: string): boolean {
  if (seen === known) return true;
  const longer = Math.max(seen.length, known.length);
  return longer >= 8 && editDistance(seen, known) <= Math.floor(longer / 8) && digits(seen) === digits(known);
}

/** Initials tell people apart. */
function hasSameInitials(a: string, b: string): boolean {
  const initials = (text: string): string => (text.match(/(?<!\p{L})\p{L}(?!\p{L})/gu) ?? []).join('').toUpperCase();
  return initials(a) === initials(b);
}

function digits(text: string): string {
  return text.replace(/\P{Nd}/gu, '');
}
