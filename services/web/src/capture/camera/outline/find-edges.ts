/** A straight edge: `nx`, `ny` point to its lighter side, `distance` is how far along them it lies from the origin. */
export interface Edge {
  nx: number;
  ny: number;
  distance: number;
}

/** How light rises to the right and downwards at every pixel. */
export interface Slopes {
  across: Float32Array;
  down: Float32Array;
  width: number;
  height: number;
}

const binDegrees = 3;
const bins = 360 / binDegrees;
/** Steeper than this a step counts no more: of two edges the longer wins. */
const fullStep = 0.25;
const fewestVotes = 6;
const sameDegrees = 9;
const samePixels = 4;

/** The slopes of light in a picture whose print was closed. */
export function measureSlopes(light: Float32Array, width: number, height: number): Slopes {
  const across = new Float32Array(light.length);
  const down = new Float32Array(light.length);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const [above, below] = [at - width, at + width];
      const v = (i: number): number => light[i] ?? 0;
      across[at] = (2 * (v(at + 1) - v(at - 1)) + v(above + 1) - v(above - 1) + v(below + 1) - v(below - 1)) / 4;
      down[at] = (2 * (v(below) - v(above)) + v(below - 1) - v(above - 1) + v(below + 1) - v(above + 1)) / 4;
    }
  }
  return { across, down, width, height };
}

/**
 * The strongest straight edges for each side of a page (top, right, bottom, left), by counting along every line how much
 * of an edge runs there.
 *
 * @param reach how many degrees a side may be turned from upright
 * @param most how many edges are wanted for a side
 */
export function findEdges(slopes: Slopes, reach: number, most: number): Edge[][] {
  const { width, height } = slopes;
  const farthest = Math.ceil(Math.hypot(width, height));
  const rows = 2 * farthest + 1;
  const votes = new Float32Array(bins * rows);
  const steps = listSteps(slopes);
  const directions = Array.from({ length: bins }, (_, bin) => (bin * binDegrees * Math.PI) / 180);
  for (const { x, y, angle, weight } of steps) {
    const middle = Math.round(angle / binDegrees);
    for (let near = middle - 1; near <= middle + 1; near++) {
      const bin = (near + bins) % bins;
      const direction = directions[bin] ?? 0;
      const row = farthest + Math.round(x * Math.cos(direction) + y * Math.sin(direction));
      const at = bin * rows + row;
      votes[at] = (votes[at] ?? 0) + weight;
    }
  }
  return [90, 180, 270, 360].map((side) => {
    const found: { degrees: number; distance: number; votes: number }[] = [];
    for (let degrees = side - reach; degrees <= side + reach; degrees += binDegrees) {
      const from = (Math.round(degrees / binDegrees) % bins) * rows;
      for (let row = 1; row < rows - 1; row++) {
        const here = votes[from + row] ?? 0;
        if (here < fewestVotes || here < (votes[from + row - 1] ?? 0) || here < (votes[from + row + 1] ?? 0)) continue;
        found.push({ degrees, distance: row - farthest, votes: here });
      }
    }
    found.sort((one, other) => other.votes - one.votes);
    const kept: typeof found = [];
    for (const line of found) {
      if (kept.length === most) break;
      if (!kept.some((other) => isSame(line, other, width, height))) kept.push(line);
    }
    return kept.map(({ degrees, distance }) => {
      const angle = (degrees * Math.PI) / 180;
      return fitEdge({ nx: Math.cos(angle), ny: Math.sin(angle), distance }, steps);
    });
  });
}

interface Step {
  x: number;
  y: number;
  /** In degrees, 0 to 360: towards the light. */
  angle: number;
  weight: number;
}

/** The pixels at which light changes more than the noise of this picture. */
function listSteps({ across, down, width, height }: Slopes): Step[] {
  const sizes = new Float32Array(across.length);
  for (let at = 0; at < sizes.length; at++) sizes[at] = Math.sqrt((across[at] ?? 0) ** 2 + (down[at] ?? 0) ** 2);
  const sorted = sizes.filter((_, at) => at % 5 === 0).sort();
  const least = Math.max(0.02, 1.5 * (sorted[Math.floor(sorted.length * 0.66)] ?? 0));
  const steps: Step[] = [];
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const at = y * width + x;
      const size = sizes[at] ?? 0;
      if (size < least) continue;
      const angle = (Math.atan2(down[at] ?? 0, across[at] ?? 0) * 180) / Math.PI;
      steps.push({ x, y, angle: (angle + 360) % 360, weight: Math.min(1, size / fullStep) });
    }
  }
  return steps;
}

function isSame(
  one: { degrees: number; distance: number },
  other: { degrees: number; distance: number },
  width: number,
  height: number,
): boolean {
  if (Math.abs(one.degrees - other.degrees) > sameDegrees) return false;
  const fromMiddle = ({ degrees, distance }: { degrees: number; distance: number }): number => {
    const angle = (degrees * Math.PI) / 180;
    return distance - (width / 2) * Math.cos(angle) - (height / 2) * Math.sin(angle);
  };
  return Math.abs(fromMiddle(one) - fromMiddle(other)) <= samePixels;
}

/** The edge again, by least squares over the steps that lie on it: the bins are too coarse to draw. */
function fitEdge(edge: Edge, steps: readonly Step[]): Edge {
  let fitted = edge;
  for (const tolerance of [2.5, 1.5]) {
    const { nx, ny, distance } = fitted;
    let [weights, sumT, sumOff, sumTT, sumTOff] = [0, 0, 0, 0, 0];
    const angle = (Math.atan2(ny, nx) * 180) / Math.PI;
    for (const step of steps) {
      const off = step.x * nx + step.y * ny - distance;
      if (off > tolerance || off < -tolerance) continue;
      const turned = Math.abs(((step.angle - angle + 540) % 360) - 180);
      if (turned > 25) continue;
      const t = step.y * nx - step.x * ny;
      weights += step.weight;
      sumT += step.weight * t;
      sumOff += step.weight * off;
      sumTT += step.weight * t * t;
      sumTOff += step.weight * t * off;
    }
    const spread = weights * sumTT - sumT * sumT;
    if (weights < fewestVotes || spread <= 0) return fitted;
    const slope = (weights * sumTOff - sumT * sumOff) / spread;
    const offset = (sumOff - slope * sumT) / weights;
    const length = Math.hypot(1, slope);
    fitted = {
      nx: (nx + slope * ny) / length,
      ny: (ny - slope * nx) / length,
      distance: (distance + offset) / length,
    };
  }
  return fitted;
}
