import { expect, test } from '@jest/globals';
import { findPage } from './find-page.ts';
import { flattenPage } from './flatten-page.ts';
import type { GreyImage, Point, Quad } from './grey-image.ts';
import { mapPoint } from './map-points.ts';

const corners: Quad = [
  { x: 180, y: 90 },
  { x: 640, y: 130 },
  { x: 600, y: 720 },
  { x: 150, y: 690 },
];

/** A light sheet on a dark rough table; `light` tells how bright the lamp is at a place, 0 to 1. */
function photographSheet(light: (x: number, y: number) => number): GreyImage {
  const [width, height] = [800, 800];
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) {
    const point = { x: at % width, y: Math.floor(at / width) };
    const roughness = ((at * 7919) % 23) - 11;
    const grey = isInside(point, corners) ? 230 : 90 + roughness;
    data[at] = grey * light(point.x, point.y);
  }
  return { data, width, height };
}

function isInside(point: Point, quad: Quad): boolean {
  return quad.every((from, i) => {
    const to = quad[(i + 1) % 4] ?? from;
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) >= 0;
  });
}

function farthestCorner(found: Quad | null): number {
  if (found === null) return Number.POSITIVE_INFINITY;
  return Math.max(...corners.map(({ x, y }, i) => Math.hypot(x - (found[i]?.x ?? 0), y - (found[i]?.y ?? 0))));
}

test('finds the four corners of a sheet, in even light and with a soft shadow across it', () => {
  expect(farthestCorner(findPage(photographSheet(() => 1)))).toBeLessThan(8);
  const shadow = (x: number, y: number): number => 0.45 + 0.55 / (1 + Math.exp(-(x + y - 800) / 40));
  expect(farthestCorner(findPage(photographSheet(shadow)))).toBeLessThan(8);
});

test('finds no page where the paper fills the picture', () => {
  expect(findPage({ data: new Uint8Array(800 * 600).fill(240), width: 800, height: 600 })).toBeNull();
});

test('a flat page maps back to the photo corner by corner, and holds nothing but the sheet', () => {
  const { image, toUpright } = flattenPage(
    photographSheet(() => 1),
    corners,
    1,
  );
  const back = [
    { x: 0, y: 0 },
    { x: image.width, y: 0 },
    { x: image.width, y: image.height },
    { x: 0, y: image.height },
  ].map((corner) => mapPoint(toUpright, corner));
  for (const [i, corner] of corners.entries()) {
    expect(back[i]?.x).toBeCloseTo(corner.x, 6);
    expect(back[i]?.y).toBeCloseTo(corner.y, 6);
  }
  const inner = image.data.filter((_, at) => {
    const [x, y] = [at % image.width, Math.floor(at / image.width)];
    return x > 3 && y > 3 && x < image.width - 4 && y < image.height - 4;
  });
  expect(Math.min(...inner.slice(0, 100_000))).toBeGreaterThan(200);
});
