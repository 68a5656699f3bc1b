/** How many values there are, how many were given, how many of these are right. */
export type Tally = { wanted: number; given: number; right: number };

export function newTally(): Tally {
  return { wanted: 0, given: 0, right: 0 };
}

/** Counts one value; null stands for none. */
export function addTo(tally: Tally, wanted: string | null, given: string | null): void {
  if (wanted !== null) tally.wanted++;
  if (given !== null) tally.given++;
  if (wanted !== null && wanted === given) tally.right++;
}

/** Adds the counts of each name to those that are there. */
export function addTallies(to: Map<string, Tally>, more: ReadonlyMap<string, Tally>): void {
  for (const [name, tally] of more) {
    const sum = to.get(name) ?? newTally();
    to.set(name, { wanted: sum.wanted + tally.wanted, given: sum.given + tally.given, right: sum.right + tally.right });
  }
}

/** The share of the given values that are right; 0 where values are wanted and none was given. */
export function precision({ wanted, given, right }: Tally): number {
  if (given > 0) return right / given;
  return wanted > 0 ? 0 : 1;
}

/** The share of the wanted values that were given right. */
export function recall({ wanted, right }: Tally): number {
  return wanted > 0 ? right / wanted : 1;
}

/** The harmonic mean of precision and recall. */
export function f1(tally: Tally): number {
  const [p, r] = [precision(tally), recall(tally)];
  return p + r > 0 ? (2 * p * r) / (p + r) : 0;
}
