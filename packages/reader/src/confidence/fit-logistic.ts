/** One weight's limits: what it is drawn to, how strongly (as so many examples), and whether it may fall below nothing. */
export type WeightLimit = { centre: number; restraint: number; mayFall: boolean };

const mostRounds = 60;

/**
 * Logistic regression: the weights, in the order of each row's numbers, under which the outcomes are likeliest, within their limits. Newton's
 * steps on the weights that are free, projected (Bertsekas 1982) and halved until they help. The same rows give the same weights.
 */
export function fitLogistic(
  rows: readonly Float64Array[],
  outcomes: readonly boolean[],
  limits: readonly WeightLimit[],
): number[] {
  let weights = limits.map(({ centre, mayFall }) => (mayFall ? centre : Math.max(0, centre)));
  let loss = lossAt(weights, rows, outcomes, limits);
  for (let round = 0; round < mostRounds; round += 1) {
    const step = newtonStep(weights, rows, outcomes, limits);
    let found: { weights: number[]; loss: number } | null = null;
    for (let length = 1; length > 1e-6 && found === null; length /= 2) {
      const moved = weights.map((weight, i) => {
        const to = weight - length * (step[i] ?? 0);
        return limits[i]?.mayFall ? to : Math.max(0, to);
      });
      const movedLoss = lossAt(moved, rows, outcomes, limits);
      if (movedLoss < loss) found = { weights: moved, loss: movedLoss };
    }
    if (found === null || loss - found.loss < 1e-7 * rows.length) return found?.weights ?? weights;
    ({ weights, loss } = found);
  }
  return weights;
}

function lossAt(
  weights: readonly number[],
  rows: readonly Float64Array[],
  outcomes: readonly boolean[],
  limits: readonly WeightLimit[],
): number {
  let loss = 0;
  for (const [i, { centre, restraint }] of limits.entries())
    loss += (restraint / 8) * ((weights[i] ?? 0) - centre) ** 2;
  for (const [at, row] of rows.entries()) {
    const odds = oddsOf(weights, row) * (outcomes[at] ? 1 : -1);
    loss += odds > 30 ? 0 : Math.log1p(Math.exp(-odds));
  }
  return loss;
}

function oddsOf(weights: readonly number[], row: Float64Array): number {
  return row.reduce((sum, number, i) => sum + number * (weights[i] ?? 0), 0);
}

function newtonStep(
  weights: readonly number[],
  rows: readonly Float64Array[],
  outcomes: readonly boolean[],
  limits: readonly WeightLimit[],
): number[] {
  const size = limits.length;
  const gradient = limits.map(({ centre, restraint }, i) => (restraint / 4) * ((weights[i] ?? 0) - centre));
  const bend = limits.map(({ restraint }, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? restraint / 4 + 1e-6 : 0)),
  );
  for (const [at, row] of rows.entries()) {
    const probability = 1 / (1 + Math.exp(-oddsOf(weights, row)));
    const off = probability - (outcomes[at] ? 1 : 0);
    const doubt = probability * (1 - probability);
    for (const [i, number] of row.entries()) {
      if (number === 0) continue;
      gradient[i] = (gradient[i] ?? 0) + off * number;
      const line = bend[i] ?? [];
      for (const [j, other] of row.entries()) line[j] = (line[j] ?? 0) + doubt * number * other;
    }
  }
  const isHeld = limits.map(({ mayFall }, i) => !mayFall && (weights[i] ?? 0) <= 0 && (gradient[i] ?? 0) > 0);
  const free = limits.flatMap((_, i) => (isHeld[i] ? [] : [i]));
  const solved = solve(free.map((i) => [...free.map((j) => bend[i]?.[j] ?? 0), gradient[i] ?? 0]));
  const step = new Array<number>(size).fill(0);
  for (const [at, i] of free.entries()) step[i] = solved[at] ?? 0;
  return step;
}

/** Gauss–Jordan elimination with row exchange; each row ends with its right-hand side. */
function solve(rows: number[][]): number[] {
  for (let column = 0; column < rows.length; column += 1) {
    let pivot = column;
    for (let row = column; row < rows.length; row += 1) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const lead = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    const by = lead[column] ?? 1;
    const scaled = lead.map((number) => number / by);
    rows[column] = scaled;
    for (const [at, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (at === column || factor === 0) continue;
      rows[at] = row.map((number, i) => number - factor * (scaled[i] ?? 0));
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
