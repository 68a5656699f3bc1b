import type { Point } from '../../image/grey-image.ts';

/** Numbers of a run of marked pixels in a row: the row, its first pixel and the one behind its last. */
const numbersOfRun = 3;

/**
 * The patches of a map in which it is above `least`, each by the ends of its rows, which hold all corners of its hull. Pixels that
 * touch at a corner are of one patch.
 */
export function outlinePatches(map: Float32Array, width: number, height: number, least: number): Point[][] {
  const runs: number[] = [];
  const parents: number[] = [];
  let above = { from: 0, to: 0 };
  for (let y = 0; y < height; y++) {
    const from = parents.length;
    let next = above.from;
    for (let x = 0; x < width; x++) {
      if ((map[y * width + x] ?? 0) <= least) continue;
      const first = x;
      while (x < width && (map[y * width + x] ?? 0) > least) x++;
      const run = parents.length;
      runs.push(y, first, x);
      parents.push(run);
      while (next < above.to && endOf(next) < first) next++;
      for (let other = next; other < above.to && firstOf(other) <= x; other++) join(other, run);
    }
    above = { from, to: parents.length };
  }
  const patches = new Map<number, Point[]>();
  for (let run = 0; run < parents.length; run++) {
    const patch = patches.get(rootOf(run));
    const y = runs[numbersOfRun * run] ?? 0;
    const [first, end] = [firstOf(run), endOf(run)];
    const ends = [
      { x: first, y },
      { x: end, y },
      { x: first, y: y + 1 },
      { x: end, y: y + 1 },
    ];
    if (patch === undefined) patches.set(rootOf(run), ends);
    else patch.push(...ends);
  }
  return [...patches.values()];

  function firstOf(run: number): number {
    return runs[numbersOfRun * run + 1] ?? 0;
  }

  function endOf(run: number): number {
    return runs[numbersOfRun * run + 2] ?? 0;
  }

  function rootOf(run: number): number {
    let root = run;
    for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) root = parent;
    parents[run] = root;
    return root;
  }

  /** The earlier one of two roots stays, so that patches come in the order of their first pixels. */
  function join(one: number, other: number): void {
    const [a, b] = [rootOf(one), rootOf(other)];
    parents[Math.max(a, b)] = Math.min(a, b);
  }
}
