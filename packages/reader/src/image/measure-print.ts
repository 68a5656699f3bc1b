import type { GreyImage } from './grey-image.ts';

// looked up once, since they run for every pixel
const { floor, max, min } = Math;

const darkBelow = 150;
const fewestLetters = 40;
const capitalsPercentile = 0.7;

/**
 * About how tall the capitals of a page's ordinary print are, in pixels: a high percentile of the heights of all
 * patches of ink that have the proportions of a letter. Null where there are too few of them.
 */
export function measurePrint(image: GreyImage): number | null {
  const { data, width, height } = image;
  const open = data.map((grey) => (grey < darkBelow ? 1 : 0));
  const heights: number[] = [];
  const stack: number[] = [];
  for (let start = 0; start < open.length; start++) {
    if (open[start] !== 1) continue;
    let [left, right, top, bottom] = [width, 0, height, 0];
    visit(start);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      left = min(left, x);
      right = max(right, x);
      top = min(top, y);
      bottom = max(bottom, y);
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      visit(at - width);
      visit(at + width);
    }
    const [wide, tall] = [right - left + 1, bottom - top + 1];
    if (tall >= 6 && tall <= 120 && wide >= 3 && wide <= 1.6 * tall && tall <= 5 * wide) heights.push(tall);
  }
  if (heights.length < fewestLetters) return null;
  heights.sort((a, b) => a - b);
  return heights[floor(heights.length * capitalsPercentile)] ?? null;

  function visit(at: number): void {
    if (open[at] !== 1) return;
    open[at] = 0;
    stack.push(at);
  }
}
