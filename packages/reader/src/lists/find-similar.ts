import type { Steps } from '../decoding/join-chances.ts';
import { likelyChances } from '../decoding/likely-chances.ts';
import { foldSign, pairsOfPlaces } from './fold-signs.ts';
import type { IndexedName, NameIndex } from './index-names.ts';

/** So many names of a list are compared with the recognizer's steps themselves. */
const mostSimilar = 40;
/** Names of which less is there are not it. */
const leastShare = 0.2;
/** What a sign may be beside the likeliest has to have at least this chance. */
const leastChance = 0.02;

/**
 * The names of a list that have most in common with what the steps may be, the most similar first. Steps may be those of
 * more than the name.
 */
export function findSimilar({ names, starts, owners }: NameIndex, steps: Steps): IndexedName[] {
  const wanted = pairsOfPlaces(placesOf(steps));
  const shared = new Float32Array(names.length);
  for (const [pair, weight] of wanted) {
    const end = starts[pair + 1] ?? 0;
    for (let at = starts[pair] ?? 0; at < end; at++) {
      const name = owners[at] ?? 0;
      shared[name] = (shared[name] ?? 0) + weight;
    }
  }
  // the names with the least of the best shares at the end
  const best: { name: IndexedName; share: number }[] = [];
  for (const [i, name] of names.entries()) {
    const common = shared[i] ?? 0;
    if (common === 0) continue;
    // of two names that are there as a whole, the longer one
    const share = (common / name.pairs) * (1 - 1 / (2 + common));
    const last = best.at(-1);
    if (common < leastShare * name.pairs) continue;
    if (best.length >= mostSimilar && last !== undefined && last.share >= share) continue;
    const at = best.findIndex((other) => other.share < share);
    best.splice(at < 0 ? best.length : at, 0, { name, share });
    if (best.length > mostSimilar) best.pop();
  }
  return best.map(({ name }) => name);
}

/** What each sign of the steps may be, looks alone counting, where the likeliest one changes. */
function placesOf({ rows, signs }: Steps): Map<number, number>[] {
  const width = signs.length + 1;
  const places: Map<number, number>[] = [];
  let before = 0;
  for (let row = 0; row < rows.length; row += width) {
    let best = 0;
    for (let other = 1; other < width; other++) {
      if ((rows[row + other] ?? 255) < (rows[row + best] ?? 255)) best = other;
    }
    if (best !== 0 && best !== before) places.push(new Map());
    const place = best === 0 ? undefined : places.at(-1);
    for (let sign = 1; place !== undefined && sign < width; sign++) {
      const chance = likelyChances[rows[row + sign] ?? 255] ?? 0;
      if (chance < leastChance) continue;
      const folded = foldSign(signs[sign - 1] ?? '');
      if (folded !== null) place.set(folded, Math.max(place.get(folded) ?? 0, sign === best ? 1 : chance));
    }
    before = best;
  }
  return places.filter((place) => place.size > 0);
}
