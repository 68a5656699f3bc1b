import type { Point } from '../image/grey-image.ts';

/** A level rectangle in a form's frame. */
export type Area = { left: number; top: number; right: number; bottom: number };

/** The smallest area around points. */
export function spanOf(points: readonly Point[]): Area {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The smallest area around areas; there has to be one at least. */
export function unionOf(areas: readonly Area[]): Area {
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  };
}

export function heightOf({ top, bottom }: Area): number {
  return bottom - top;
}

export function middleOf({ left, top, right, bottom }: Area): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** The share of `inner` that lies within `outer`. */
export function shareWithin(inner: Area, outer: Area): number {
  const width = Math.min(inner.right, outer.right) - Math.max(inner.left, outer.left);
  const height = Math.min(inner.bottom, outer.bottom) - Math.max(inner.top, outer.top);
  const whole = (inner.right - inner.left) * heightOf(inner);
  return width <= 0 || height <= 0 || whole <= 0 ? 0 : (width * height) / whole;
}

/** Whether two areas stand on one line: the middle of each within the height of the other. */
export function isOneLine(a: Area, b: Area): boolean {
  const [mineY, theirY] = [middleOf(a).y, middleOf(b).y];
  return Math.abs(mineY - theirY) < 0.5 * Math.max(heightOf(a), heightOf(b));
}

/** A number of the frame as it is kept: to a tenth. */
export function round(number: number): number {
  return Math.round(number * 10) / 10;
}
