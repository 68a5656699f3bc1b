import type { Form, FormPlace } from '@ticket-pros/contracts/form';
import type { Quad } from '../image/grey-image.ts';
import { type Homography, mapPoint } from '../image/map-points.ts';
import { type Area, heightOf, isOneLine } from './frame-area.ts';

/** Where a form has a field: in its frame and, as four corners, on the page; `trust` sums up what spoke for that place. */
export type ProjectedField = { field: string; area: Area; quad: Quad; trust: number };

/** Edges nearer than this, in the frame, are aligned. */
const aligned = 30;

/** Where the value of each field that the form knows a place for is expected on a page. */
export function projectFields(form: Form, toPage: Homography): ProjectedField[] {
  return form.fields.flatMap(({ field, places }) => {
    const settled = settlePlace(places);
    if (settled === null) return [];
    const { area, trust } = settled;
    const corner = (x: number, y: number): { x: number; y: number } => mapPoint(toPage, { x, y });
    const quad: Quad = [
      corner(area.left, area.top),
      corner(area.right, area.top),
      corner(area.right, area.bottom),
      corner(area.left, area.bottom),
    ];
    return [{ field, area, quad, trust }];
  });
}

/**
 * The place that most examples agree on, so that wrong ones are outvoted; the latest wins where they are even. `trust` is what speaks
 * for it less what speaks against it.
 */
export function settlePlace(places: readonly FormPlace[]): { area: Area; trust: number } | null {
  let best: { agreeing: readonly FormPlace[]; weight: number } | null = null;
  for (const place of places) {
    const agreeing = places.filter((other) => isSamePlace(place, other));
    const weight = agreeing.reduce((sum, other) => sum + other.weight, 0);
    if (weight >= (best?.weight ?? 0)) best = { agreeing, weight };
  }
  if (best === null) return null;
  const { agreeing, weight } = best;
  const total = places.reduce((sum, place) => sum + place.weight, 0);
  const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  const area = {
    left: Math.min(...agreeing.map(({ left }) => left)),
    right: Math.max(...agreeing.map(({ right }) => right)),
    top: median(agreeing.map(({ top }) => top)),
    bottom: median(agreeing.map(({ bottom }) => bottom)),
  };
  return { area, trust: weight - 0.5 * (total - weight) };
}

function isSamePlace(a: Area, b: Area): boolean {
  if (!isOneLine(a, b) || Math.min(heightOf(a), heightOf(b)) < 0.25 * Math.max(heightOf(a), heightOf(b))) return false;
  const covers = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0;
  return covers || Math.abs(a.left - b.left) < aligned || Math.abs(a.right - b.right) < aligned;
}
