import { expect, test } from '@jest/globals';
import { followOutline, nothingFollowed } from './follow-outline.ts';
import type { Outline } from './judge-outline.ts';

function pageAt(shift: number, score = 1.5): Outline {
  const [near, far] = [0.2 + shift, 0.7 + shift];
  return {
    corners: [
      { x: near, y: near },
      { x: far, y: near },
      { x: far, y: far },
      { x: near, y: far },
    ],
    onFrame: [false, false, false, false],
    score,
  };
}

const follow = (found: readonly (Outline | null)[]) => found.reduce(followOutline, nothingFollowed).shown;

test('a page is drawn once it was seen twice, and one wrong frame moves nothing', () => {
  expect(follow([pageAt(0)])).toBeNull();
  expect(follow([pageAt(0), pageAt(0)])).toEqual(pageAt(0).corners);
  expect(follow([pageAt(0), pageAt(0), pageAt(0.25)])).toEqual(pageAt(0).corners);
  expect(follow([pageAt(0), pageAt(0), pageAt(0.25), pageAt(0.25)])).toEqual(pageAt(0.25).corners);
});

test('a page that is lost for a moment stays, and goes when it does not come back', () => {
  const seen = [pageAt(0), pageAt(0)];
  expect(follow([...seen, null, null, pageAt(0)])).toEqual(pageAt(0).corners);
  expect(follow([...seen, null, null, null])).toBeNull();
  // Hardly to be seen: enough to stay, not enough to appear.
  expect(follow([...seen, pageAt(0, 0.8), pageAt(0, 0.8), pageAt(0, 0.8)])).toEqual(pageAt(0).corners);
  expect(follow([pageAt(0, 0.8), pageAt(0, 0.8)])).toBeNull();
});

test('the drawn page does not tremble with the hand, and follows when the page moves', () => {
  const seen = [pageAt(0), pageAt(0)];
  expect(follow([...seen, pageAt(0.003), pageAt(-0.003)])).toEqual(pageAt(0).corners);
  const moved = follow([...seen, ...Array.from({ length: 6 }, () => pageAt(0.05))]);
  expect(moved?.[0].x).toBeCloseTo(0.25, 2);
});
