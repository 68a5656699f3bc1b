import type { FormField, FormRows, FormTable } from '@ticket-pros/contracts/form';

/** From where to where a column reaches, in the form's frame. */
export type Band = { left: number; right: number };

/** First rows nearer than this, in the frame, are those of one table. */
const sameFirst = 14;
const aligned = 30;

/**
 * The rows that most examples agree on, so that wrong ones are outvoted; the latest wins where they are even. `trust` is what speaks for
 * them less what speaks against them.
 */
export function settleRows(rows: readonly FormRows[]): (FormRows & { trust: number }) | null {
  let best: { agreeing: readonly FormRows[]; weight: number } | null = null;
  for (const { first } of rows) {
    const agreeing = rows.filter((other) => Math.abs(other.first - first) < sameFirst);
    const weight = agreeing.reduce((sum, other) => sum + other.weight, 0);
    if (weight >= (best?.weight ?? 0)) best = { agreeing, weight };
  }
  if (best === null) return null;
  const { agreeing, weight } = best;
  const total = rows.reduce((sum, other) => sum + other.weight, 0);
  const pitches = agreeing.flatMap(({ pitch }) => pitch ?? []);
  return {
    first: median(agreeing.map(({ first }) => first)) ?? 0,
    last: Math.max(...agreeing.map(({ last }) => last)),
    pitch: median(pitches) ?? null,
    weight,
    trust: weight - 0.5 * (total - weight),
  };
}

/** The band that most examples of a column agree on, as wide as all of them; null where none is known. */
export function settleBand({ places }: FormField): Band | null {
  let best: { agreeing: readonly Band[]; weight: number } | null = null;
  for (const place of places) {
    const agreeing = places.filter(
      (other) =>
        (other.left < place.right && other.right > place.left) ||
        Math.abs(other.left - place.left) < aligned ||
        Math.abs(other.right - place.right) < aligned,
    );
    const weight = agreeing.reduce((sum, other) => sum + other.weight, 0);
    if (weight >= (best?.weight ?? 0)) best = { agreeing, weight };
  }
  if (best === null) return null;
  return {
    left: Math.min(...best.agreeing.map(({ left }) => left)),
    right: Math.max(...best.agreeing.map(({ right }) => right)),
  };
}

/** Whether two tables begin at one height and take the same width, whichever columns were seen in it. */
export function isSameTable(a: FormTable, b: FormTable): boolean {
  const [mine, theirs] = [settleRows(a.rows), settleRows(b.rows)];
  if (mine === null || theirs === null) return false;
  const step = mine.pitch ?? theirs.pitch ?? sameFirst;
  // the first row of an example may have been left out, or not be found
  if (Math.abs(mine.first - theirs.first) > Math.max(sameFirst, 1.3 * step)) return false;
  const [own, its] = [widthOf(a), widthOf(b)];
  const shared = Math.min(own.right, its.right) - Math.max(own.left, its.left);
  return shared > 0.5 * Math.min(own.right - own.left, its.right - its.left);
}

function widthOf({ columns }: FormTable): Band {
  const bands = columns.flatMap((column) => settleBand(column) ?? []);
  return { left: Math.min(...bands.map(({ left }) => left)), right: Math.max(...bands.map(({ right }) => right)) };
}

function median(numbers: readonly number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
}
