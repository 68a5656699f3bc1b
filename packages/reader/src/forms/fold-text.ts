import { editDistance } from '../values/label-wording.ts';

/** Signs that engines take for one another on poor paper, each under one name. */
const confused: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', S: '5', B: '8', Z: '2', G: '6' };

/** A word without case, marks and what engines mix up, in which words of forms are compared. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[OQDILSBZG]/g, (sign) => confused[sign] ?? sign);
}

const folded = new WeakMap<object, string>();

/** The folded text of a word that stays as it is, made once: a form is laid over very many pages. */
export function foldedOf(word: { readonly text: string }): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const text = foldText(word.text);
  folded.set(word, text);
  return text;
}

/** How alike two folded words are: 1 the same, 0 nothing in common; 0 also where the lengths alone forbid likeness. */
export function foldedLikeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const longer = Math.max(a.length, b.length);
  if (longer < 4 || Math.abs(a.length - b.length) > 0.4 * longer) return 0;
  return 1 - editDistance(a, b) / longer;
}
