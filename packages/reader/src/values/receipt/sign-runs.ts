import { costsToNat, type WordChances } from '../../text/text-engine.ts';

/** A sign and the steps of the recognizer that it takes, up to and with the last one. */
export type SignRun = { text: string; first: number; last: number };

/** Marks, and the least chance with which each counts. */
export type Marks = Readonly<Record<string, number>>;

/** The signs of a word with their steps: at each step the likeliest class counts, repeated ones are one sign. Spaces are left out. */
export function signRuns({ line, from, to }: WordChances): SignRun[] {
  const classes = line.signs.length + 1;
  const runs: SignRun[] = [];
  let before = 0;
  for (let step = from; step < to; step++) {
    let best = 0;
    for (let sign = 1; sign < classes; sign++) {
      if (costAt(line.costs, step * classes + sign) < costAt(line.costs, step * classes + best)) best = sign;
    }
    const text = best === 0 ? '' : (line.signs[best - 1] ?? '');
    const last = runs.at(-1);
    if (best === before && last !== undefined && text.trim() !== '') last.last = step;
    else if (text.trim() !== '') runs.push({ text, first: step, last: step });
    before = best;
  }
  return runs;
}

/** The greatest chance of a sign in some steps of the recognizer, from the first up to but without the last. */
export function chanceOf({ line }: WordChances, sign: string, from: number, to: number): number {
  const classes = line.signs.length + 1;
  // a list of signs may name the space twice, and the model uses the latter
  const at = line.signs.lastIndexOf(sign) + 1;
  if (at === 0) return 0;
  let cost = 255;
  for (let step = from; step < to; step++) cost = Math.min(cost, costAt(line.costs, step * classes + at));
  return cost === 255 ? 0 : Math.exp(-cost / costsToNat);
}

/** The likeliest of the marks in some steps of the recognizer, or nothing where each of them is too unlikely. */
export function likeliestMark(chances: WordChances, marks: Marks, from: number, to: number): string {
  let [mark, most] = ['', 0];
  for (const [sign, least] of Object.entries(marks)) {
    const chance = chanceOf(chances, sign, from, to);
    if (chance >= least && chance > most) [mark, most] = [sign, chance];
  }
  return mark;
}

function costAt(costs: Uint8Array, at: number): number {
  return costs[at] ?? 255;
}
