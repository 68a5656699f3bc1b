import { expect, test } from '@jest/globals';
import { findPage, findPages } from './find-page.ts';
import { flattenPage } from './flatten-page.ts';
import type { GreyImage, Point, Quad } from './grey-image.ts';
import { mapPoint } from './map-points.ts';

const corners: Quad = [
  { x: 180, y: 90 },
  { x: 640, y: 130 },
  { x: 600, y: 720 },
  { x: 150, y: 690 },
];

type Scene = {
  sheets: Quad[];
  /** Grey of the ground at a place; paper is 230. */
  ground: (x: number, y: number) => number;
  /** How bright the lamp is at a place, 0 to 1. */
  light: (x: number, y: number) => number;
  /** Grey of whatever lies on top; null where nothing does. */
  onTop: (x: number, y: number) => number | null;
  isPrinted: boolean;
};

/** Sheets with lines of print on a rough dark table, two units to a pixel. */
function photograph(scene: Partial<Scene> = {}): GreyImage {
  const { sheets = [corners], ground = () => 90, light = () => 1, onTop = () => null, isPrinted = true } = scene;
  const [width, height] = [400, 400];
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) {
    const [x, y] = [2 * (at % width), 2 * Math.floor(at / width)];
    const roughness = ((at * 7919) % 13) - 6;
    const isPrint = isPrinted && y % 24 < 4 && (x + 3 * y) % 40 < 26;
    const onPaper = sheets.some((sheet) => isInside({ x, y }, sheet));
    const inner = onPaper && sheets.some((sheet) => isInside({ x: x - 24, y: y - 24 }, sheet));
    const grey = onPaper ? (inner && isPrint ? 60 : 230) : ground(x, y) + roughness;
    data[at] = Math.min(255, (onTop(x, y) ?? grey) * light(x, y));
  }
  return { data, width, height };
}

function isInside(point: Point, polygon: readonly Point[]): boolean {
  return polygon.every((from, i) => {
    const to = polygon[(i + 1) % polygon.length] ?? from;
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) >= 0;
  });
}

function farthestCorner(found: Quad | null, wanted = corners): number {
  if (found === null) return Number.POSITIVE_INFINITY;
  return Math.max(...wanted.map(({ x, y }, i) => Math.hypot(x - 2 * (found[i]?.x ?? 0), y - 2 * (found[i]?.y ?? 0))));
}

const scenes: Record<string, Partial<Scene>> = {
  'in even light': {},
  'with a soft shadow across it': { light: (x, y) => 0.45 + 0.55 / (1 + Math.exp(-(x + y - 800) / 40)) },
  'with the hard edge of a shadow across it': { light: (x, y) => (x + 0.4 * y > 600 ? 1 : 0.4) },
  'in the dark': { light: () => 0.18 },
  'with a corner turned in': {
    onTop: (x, y) =>
      isInside({ x, y }, [
        { x: 505, y: 725 },
        { x: 612, y: 580 },
        { x: 700, y: 800 },
      ])
        ? 90
        : null,
  },
  'with a thumb on its edge': {
    onTop: (x, y) => (x > 560 && Math.abs(y - 400) < 45 ? 150 : null),
  },
  'on planks': { ground: (x, y) => 70 + 40 * Math.sin(x / 9) + ((y * 13) % 31) },
  'on a chequered cloth': { ground: (x, y) => ((Math.floor(x / 30) + Math.floor(y / 30)) % 2 === 0 ? 60 : 150) },
  'on a ground nearly as light': { ground: () => 208 },
};

test.each(Object.entries(scenes))('finds the four corners of a sheet %s', (_, scene) => {
  expect(farthestCorner(findPage(photograph(scene)))).toBeLessThan(10);
});

test('the largest of several papers is the page', () => {
  const slip = (x: number, y: number): Quad => [
    { x, y },
    { x: x + 110, y: y + 10 },
    { x: x + 100, y: y + 160 },
    { x: x - 10, y: y + 150 },
  ];
  expect(farthestCorner(findPage(photograph({ sheets: [corners, slip(20, 20), slip(670, 500)] })))).toBeLessThan(10);
});

test('two tickets side by side are told from one', () => {
  const beside = (x: number): Quad => [
    { x, y: 100 },
    { x: x + 330, y: 110 },
    { x: x + 320, y: 690 },
    { x: x - 5, y: 680 },
  ];
  const found = findPages(photograph({ sheets: [beside(40), beside(430)] }));
  expect(found.length).toBe(2);
  const [left, right] = found.sort((a, b) => a[0].x - b[0].x);
  expect(farthestCorner(left ?? null, beside(40))).toBeLessThan(10);
  expect(farthestCorner(right ?? null, beside(430))).toBeLessThan(10);
  expect(findPages(photograph()).length).toBe(1);
});

test('finds no page where the paper fills the picture, and none on a bare table', () => {
  const filled: Quad = [
    { x: -50, y: -50 },
    { x: 900, y: -50 },
    { x: 900, y: 900 },
    { x: -50, y: 900 },
  ];
  expect(findPage(photograph({ sheets: [filled] }))).toBeNull();
  expect(findPage(photograph({ sheets: [] }))).toBeNull();
  const planks = (x: number): number => 70 + 40 * Math.sin(x / 9);
  expect(findPage(photograph({ sheets: [], ground: planks }))).toBeNull();
});

test('a flat page maps back to the photo corner by corner, and holds nothing but the sheet', () => {
  const photo = photograph({ isPrinted: false });
  const found = findPage(photo);
  expect(found).not.toBeNull();
  if (found === null) return;
  const { image, toUpright } = flattenPage(photo, found, 1);
  const back = [
    { x: 0, y: 0 },
    { x: image.width, y: 0 },
    { x: image.width, y: image.height },
    { x: 0, y: image.height },
  ].map((corner) => mapPoint(toUpright, corner));
  for (const [i, corner] of found.entries()) {
    expect(back[i]?.x).toBeCloseTo(corner.x, 6);
    expect(back[i]?.y).toBeCloseTo(corner.y, 6);
  }
  const inner = image.data.filter((_, at) => {
    const [x, y] = [at % image.width, Math.floor(at / image.width)];
    return x > 3 && y > 3 && x < image.width - 4 && y < image.height - 4;
  });
  expect(Math.min(...inner)).toBeGreaterThan(200);
});
