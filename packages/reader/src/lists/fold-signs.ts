/** What is folded: ten digits, 26 letters, of which those that look like digits are gone into these, and the two ends of a text. */
const kinds = 40;
const [start, end] = [36, 37];
/** How many pairs of signs there are: next to each other, and with one between them. */
export const pairCount = 2 * kinds * kinds;

const alike: Record<string, string> = {
  O: '0',
  Q: '0',
  I: '1',
  L: '1',
  '!': '1',
  '|': '1',
  Z: '2',
  S: '5',
  $: '5',
  G: '6',
  B: '8',
  '&': '8',
};

/** A sign's number where looks alone count, from 0 to 35; null for what is no letter or digit. */
export function foldSign(sign: string): number | null {
  const upper = sign.toUpperCase();
  const code = (alike[upper] ?? upper).charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 65 && code <= 90 && upper.length === 1 ? code - 55 : null;
}

/** Numbers of the pairs of signs in a text, one that comes twice given twice. */
export function pairsOfText(text: string): number[] {
  const pairs: number[] = [];
  let [last, first] = [-1, start];
  for (const sign of [...text, null]) {
    const next = sign === null ? end : foldSign(sign);
    if (next === null) continue;
    pairs.push(first * kinds + next);
    if (last >= 0) pairs.push((kinds + last) * kinds + next);
    [last, first] = [first, next];
  }
  return pairs;
}

/** The same of a text whose every sign may be one of several, each with a weight. */
export function pairsOfPlaces(places: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const all = [new Map([[start, 1]]), ...places, new Map([[end, 1]])];
  const pairs = new Map<number, number>();
  for (const [i, here] of all.entries()) {
    for (const [skip, next] of [all[i + 1], all[i + 2]].entries()) {
      for (const [a, weightA] of here) {
        for (const [b, weightB] of next ?? []) {
          const pair = (skip * kinds + a) * kinds + b;
          pairs.set(pair, Math.max(pairs.get(pair) ?? 0, weightA * weightB));
        }
      }
    }
  }
  return pairs;
}
