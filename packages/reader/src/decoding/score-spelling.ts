import type { Steps } from './join-chances.ts';
import { likelyChances } from './likely-chances.ts';

/** Signs that writers leave out and recognizers pass over, and how much likelier than not it is that they are there. */
const leftOut: Record<string, number> = {
  ' ': 0.5,
  '.': 0.5,
  ',': 0.5,
  "'": 0.5,
  '"': 0.3,
  '-': 0.1,
  '#': 0.2,
  '(': 0.2,
  ')': 0.2,
};

/** A text as classes of a recognizer: of each sign in both cases, and how likely it is left out. */
export type Spelling = { classes: readonly number[]; others: readonly number[]; skips: readonly number[] };

const classesBySigns = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

const spellings = new WeakMap<readonly string[], Map<string, Spelling>>();
const mostSpellings = 5000;

/** A text in a recognizer's classes; signs that it doesn't know are left out. */
export function spell(text: string, signs: readonly string[]): Spelling {
  const known = spellings.get(signs) ?? new Map<string, Spelling>();
  spellings.set(signs, known);
  const spelling = known.get(text) ?? spellAnew(text, signs);
  if (known.size >= mostSpellings) known.clear();
  known.set(text, spelling);
  return spelling;
}

function spellAnew(text: string, signs: readonly string[]): Spelling {
  const classOf = classesOf(signs);
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  const known = [...plain].filter((sign) => classOf.has(sign));
  const classes = known.map((sign) => classOf.get(sign) ?? 0);
  const others = known.map((sign) => {
    const upper = sign.toUpperCase();
    return classOf.get(upper === sign ? sign.toLowerCase() : upper) ?? 0;
  });
  return {
    classes,
    others: others.map((other, i) => (other === classes[i] ? 0 : other)),
    skips: known.map((sign) => leftOut[sign] ?? 0),
  };
}

function classesOf(signs: readonly string[]): ReadonlyMap<string, number> {
  const known = classesBySigns.get(signs);
  if (known !== undefined) return known;
  const classes = new Map([...signs.entries()].map(([i, sign]) => [sign, i + 1]).reverse() as [string, number][]);
  classesBySigns.set(signs, classes);
  return classes;
}

/**
 * The logarithm of the chance that steps are a text, in whatever case: the sum over all ways in which its signs, each over one step or
 * more and with or without blanks around it, fill all of the steps (the forward algorithm of connectionist temporal
 * classification, Graves et al. 2006). Comparable among texts over the same steps, and not a probability by itself.
 */
export function scoreSpelling({ rows, signs }: Steps, { classes, others, skips }: Spelling): number {
  const width = signs.length + 1;
  const steps = rows.length / width;
  const count = classes.length;
  // before[k]: in the blank before sign k (or behind the last one); on[k]: on sign k
  let [blank, nextBlank] = [new Float64Array(count + 1), new Float64Array(count + 1)];
  let [on, nextOn] = [new Float64Array(count), new Float64Array(count)];
  blank[0] = 1;
  let log = 0;
  for (let step = 0; step < steps; step++) {
    const row = step * width;
    const ofBlank = likelyChances[rows[row] ?? 255] ?? 0;
    let sum = 0;
    // what may go on with sign k without having had all before it
    let passing = 0;
    for (let k = 0; k <= count; k++) {
      const stood = blank[k] ?? 0;
      const came = k > 0 ? (on[k - 1] ?? 0) : 0;
      const stay = (stood + came) * ofBlank;
      nextBlank[k] = stay;
      sum += stay;
      if (k === count) break;
      const [own = 0, other = 0] = [classes[k], others[k]];
      const repeats = k > 0 && (classes[k - 1] === own || classes[k - 1] === other);
      const enter = stood + (repeats ? 0 : came) + passing;
      let chance = likelyChances[rows[row + own] ?? 255] ?? 0;
      if (other !== 0) chance += likelyChances[rows[row + other] ?? 255] ?? 0;
      const now = (enter + (on[k] ?? 0)) * chance;
      nextOn[k] = now;
      sum += now;
      passing = enter * (skips[k] ?? 0);
    }
    if (sum <= 0) return -Infinity;
    const scale = 1 / sum;
    log += Math.log(sum);
    for (let k = 0; k < count; k++) {
      nextBlank[k] = (nextBlank[k] ?? 0) * scale;
      nextOn[k] = (nextOn[k] ?? 0) * scale;
    }
    nextBlank[count] = (nextBlank[count] ?? 0) * scale;
    [blank, nextBlank] = [nextBlank, blank];
    [on, nextOn] = [nextOn, on];
  }
  let end = blank[count] ?? 0;
  let share = 1;
  for (let k = count - 1; k >= 0; k--) {
    end += share * (on[k] ?? 0);
    share *= skips[k] ?? 0;
    if (share === 0) break;
    end += share * (blank[k] ?? 0);
  }
  return log + Math.log(end);
}
