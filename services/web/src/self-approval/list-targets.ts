const usual = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05];

/** The error targets to choose from, the strictest first: those that most want, and the one that holds where it is another. */
export function listTargets(held: number): number[] {
  return usual.includes(held) ? usual : [...usual, held].sort((one, other) => one - other);
}
