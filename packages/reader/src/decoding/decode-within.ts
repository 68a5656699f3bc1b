import type { Steps } from './join-chances.ts';
import { likelyChances } from './likely-chances.ts';

/** A text and the logarithm of its chance over the steps that it was decoded from, times what the grammar says. */
export type Decoded = { text: string; log: number };

/** How likely a sign follows a text, among all that may; 0 where it can't. */
export type Grammar = (before: string, sign: string) => number;

const beamWidth = 24;
/** A sign less likely than this at a step is not tried there. */
const leastChance = 0.001;

/**
 * The likeliest texts that a grammar allows, the likeliest first (prefix beam search over the steps of connectionist
 * temporal classification, Hannun et al. 2014).
 */
export function decodeWithin({ rows, signs }: Steps, grammar: Grammar): Decoded[] {
  const width = signs.length + 1;
  let beams = new Map<string, Beam>([['', { blank: 1, sign: 0 }]]);
  let log = 0;
  for (let row = 0; row < rows.length; row += width) {
    const chanceOf = (of: number): number => likelyChances[rows[row + of] ?? 255] ?? 0;
    const likely = signs.flatMap((sign, i) =>
      chanceOf(i + 1) >= leastChance ? [{ sign, chance: chanceOf(i + 1) }] : [],
    );
    const next = new Map<string, Beam>();
    const reach = (text: string): Beam => {
      const beam = next.get(text) ?? { blank: 0, sign: 0 };
      next.set(text, beam);
      return beam;
    };
    for (const [text, { blank, sign }] of beams) {
      const last = text.at(-1);
      const stay = reach(text);
      stay.blank += (blank + sign) * chanceOf(0);
      if (last !== undefined) stay.sign += sign * chanceOf(signs.indexOf(last) + 1);
      for (const { sign: added, chance } of likely) {
        const allowed = grammar(text, added);
        if (allowed > 0) reach(text + added).sign += (added === last ? blank : blank + sign) * chance * allowed;
      }
    }
    const best = [...next].sort(([, a], [, b]) => b.blank + b.sign - a.blank - a.sign).slice(0, beamWidth);
    const sum = best.reduce((all, [, beam]) => all + beam.blank + beam.sign, 0);
    log += Math.log(sum);
    beams = new Map(best.map(([text, { blank, sign }]) => [text, { blank: blank / sum, sign: sign / sum }]));
  }
  return [...beams].map(([text, { blank, sign }]) => ({ text, log: log + Math.log(blank + sign) }));
}

/** How likely a text is so far, its last step being a blank or its last sign. */
type Beam = { blank: number; sign: number };
