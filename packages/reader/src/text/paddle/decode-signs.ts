import { type Character, costsToNat, type LineChances } from '../text-engine.ts';
import type { Numbers } from './open-models.ts';

/**
 * A sign of a line, where its middle lies along it, from 0 at the left end to 1 at the right, and the first and the
 * last of its steps.
 */
export type DecodedSign = Character & { at: number; first: number; last: number };

const mostAlternatives = 3;
const leastAlternative = 0.01;
/** What is less likely than this has the highest cost that is kept. */
const leastChance = Math.exp(-255 / costsToNat);

/**
 * Reads the steps of the recognizer along a line (connectionist temporal classification, greedy): at each step the
 * likeliest class counts, repeated ones are one sign, and the blank between them is none.
 */
export function decodeSigns({ data, dims }: Numbers, signs: readonly string[]): DecodedSign[] {
  const [, steps = 0, classes = 0] = dims;
  if (classes !== signs.length + 1) {
    throw new Error(`The model tells ${classes} classes, and its list of signs has ${signs.length}.`);
  }
  const found: DecodedSign[] = [];
  let run: { sign: number; first: number; last: number; peak: number; surest: number } | null = null;
  const end = (): void => {
    if (run === null) return;
    const chances = data.subarray(run.peak * classes, (run.peak + 1) * classes);
    const at = ((run.first + run.last) / 2 + 0.5) / steps;
    found.push({
      text: signs[run.sign - 1] ?? '',
      confidence: run.surest,
      alternatives: others(chances, run.sign),
      at,
      first: run.first,
      last: run.last,
    });
  };
  for (let step = 0; step < steps; step++) {
    const { sign, chance } = likeliest(data, step * classes, classes);
    if (run !== null && run.sign === sign) {
      run.last = step;
      if (chance > run.surest) [run.peak, run.surest] = [step, chance];
      continue;
    }
    end();
    run = sign === 0 ? null : { sign, first: step, last: step, peak: step, surest: chance };
  }
  end();
  return found;

  function others(chances: Float32Array, chosen: number): Character['alternatives'] {
    const likely: { text: string; confidence: number }[] = [];
    for (let sign = 1; sign < classes; sign++) {
      const confidence = chances[sign] ?? 0;
      if (sign !== chosen && confidence >= leastAlternative) likely.push({ text: signs[sign - 1] ?? '', confidence });
    }
    return likely.sort((a, b) => b.confidence - a.confidence).slice(0, mostAlternatives);
  }
}

/** Keeps what the recognizer said of a line in a quarter of its size, for decoding it again within what a field allows. */
export function keepChances({ data }: Numbers, signs: readonly string[]): LineChances {
  const costs = new Uint8Array(data.length).fill(255);
  for (let at = 0; at < data.length; at++) {
    const chance = data[at] ?? 0;
    // of most there is next to none, and a logarithm takes its time
    if (chance > leastChance) costs[at] = Math.min(255, Math.round(-Math.log(chance) * costsToNat));
  }
  return { signs, costs };
}

function likeliest(data: Float32Array, from: number, classes: number): { sign: number; chance: number } {
  let [sign, chance] = [0, data[from] ?? 0];
  for (let other = 1; other < classes; other++) {
    const otherChance = data[from + other] ?? 0;
    if (otherChance > chance) [sign, chance] = [other, otherChance];
  }
  return { sign, chance };
}
