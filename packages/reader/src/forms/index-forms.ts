import type { Form } from '@ticket-pros/contracts/form';
import { foldText } from './fold-text.ts';
import { wordWeight } from './match-form.ts';
import { neighbourTokens } from './neighbour-tokens.ts';
import type { PlacedPage } from './place-words.ts';

/** A form under the id by which its owner knows it. */
export type KnownForm = { id: string; form: Form };

/** The forms of one account, found by their words. */
export type FormIndex = { forms: readonly KnownForm[]; postings: ReadonlyMap<string, readonly Posting[]> };

/** Where nothing was learned yet. */
export const noForms: FormIndex = { forms: [], postings: new Map() };

type Posting = { at: number; weight: number };

/** A word that more forms than this share tells little, and one of them in a thousand forms takes time. */
const widelySharedFrom = 400;

/** A page has values between the words of its form, so that more of its neighbours are looked at. */
const neighboursOnForm = 3;
const neighboursOnPage = 5;
const neighbourWeight = 0.4;

/**
 * Prepares forms for being recognised. A word leads to its forms as a whole and by its beginning and its end, so that a misread sign
 * does not lose it, and together with those that stand next to it, since most forms have the same words in another order.
 */
export function indexForms(forms: readonly KnownForm[]): FormIndex {
  const postings = new Map<string, Posting[]>();
  for (const [at, { form }] of forms.entries()) {
    const own = new Map<string, number>();
    const words = form.words.map((word) => ({
      folded: foldText(word.text),
      x: word.x,
      y: word.y,
      weight: wordWeight(word),
    }));
    const add = (token: string, weight: number): void => {
      own.set(token, Math.max(own.get(token) ?? 0, weight));
    };
    for (const { folded, weight } of words) for (const token of tokensOf(folded)) add(token, weight);
    for (const token of neighbourTokens(words, 0, neighboursOnForm)) add(token, neighbourWeight);
    for (const [token, weight] of own) {
      const list = postings.get(token);
      if (list === undefined) postings.set(token, [{ at, weight }]);
      else list.push({ at, weight });
    }
  }
  return { forms, postings };
}

/** The forms that share most with a page's words, rare words counting most; at most `most` of them. */
export function shortlist({ forms, postings }: FormIndex, { words, angle }: PlacedPage, most: number): KnownForm[] {
  const scores = new Float64Array(forms.length);
  const touched = new Set<number>();
  const skippedAbove = Math.max(widelySharedFrom, forms.length / 10);
  const tokens = [
    ...words.flatMap(({ folded }) => tokensOf(folded)),
    ...neighbourTokens(words, angle, neighboursOnPage),
  ];
  for (const token of new Set(tokens)) {
    const list = postings.get(token);
    if (list === undefined || list.length > skippedAbove) continue;
    const rarity = Math.log(1 + forms.length / list.length);
    for (const { at, weight } of list) {
      scores[at] = (scores[at] ?? 0) + weight * rarity;
      touched.add(at);
    }
  }
  const ranked = [...touched].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, most);
  return ranked.flatMap((at) => forms[at] ?? []);
}

function tokensOf(folded: string): string[] {
  if (folded.length < 3) return [];
  const half = Math.ceil(folded.length / 2);
  return folded.length < 6 ? [folded] : [folded, `${folded.slice(0, half)}…`, `…${folded.slice(-half)}`];
}
