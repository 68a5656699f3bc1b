import { scoreSpelling, spell } from '../../decoding/score-spelling.ts';
import type { ReadLine } from './read-line.ts';

/** A text that a reading rules out counts no more than this against it, as a logarithm. */
const mostDoubt = 60;
/** Readings of one line err together: their joint odds count for this share. */
const trust = 0.5;

/**
 * Of several readings of one line, the one whose text all of them together find likeliest; where they disagree, its signs that the next
 * likeliest text lacks are only as sure as its odds against that.
 */
export function settleReadings(readings: readonly ReadLine[]): ReadLine {
  const judged = new Map<string, { reading: ReadLine; score: number }>();
  for (const reading of readings) {
    const text = textOf(reading);
    const known = judged.get(text);
    if (known === undefined) judged.set(text, { reading, score: jointScore(text, readings) });
    else if (sumOf(reading) > sumOf(known.reading)) known.reading = reading;
  }
  const [best, next] = [...judged.values()].sort((a, b) => b.score - a.score);
  if (best === undefined) throw new Error('There is no reading.');
  if (next === undefined) return best.reading;
  const share = 1 / (1 + Math.exp(trust * (next.score - best.score)));
  const common = commonSigns(best.reading, next.reading);
  const signs = best.reading.signs.map((sign, at) =>
    common.has(at) ? sign : { ...sign, confidence: Math.min(sign.confidence, share) },
  );
  return { ...best.reading, signs };
}

function jointScore(text: string, readings: readonly ReadLine[]): number {
  return readings.reduce((sum, { chances: { signs, costs } }) => {
    const score = scoreSpelling({ signs, rows: costs }, spell(text, signs));
    return sum + Math.max(-mostDoubt, score);
  }, 0);
}

/** Which signs of one reading stand in the same order in another (the longest common subsequence). */
function commonSigns({ signs: own }: ReadLine, { signs: others }: ReadLine): Set<number> {
  const lengths = Array.from({ length: own.length + 1 }, () => new Uint16Array(others.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = own.length - 1; i >= 0; i--) {
    for (let j = others.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] = own[i]?.text === others[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common = new Set<number>();
  for (let i = 0, j = 0; i < own.length && j < others.length; ) {
    if (own[i]?.text === others[j]?.text) {
      common.add(i);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return common;
}

function sumOf({ signs }: ReadLine): number {
  return signs.reduce((sum, { confidence }) => sum + confidence, 0);
}

function textOf({ signs }: ReadLine): string {
  return signs.map(({ text }) => text).join('');
}
