import { expect, test } from '@jest/globals';
import { turnedBox, turnedSize } from './turn-page.ts';

const page = { width: 100, height: 200 };
const box = { x: 10, y: 20, width: 30, height: 5 };

test('a box near the top left goes round the corners with the page', () => {
  expect(turnedBox(box, page, 0)).toEqual(box);
  expect(turnedBox(box, page, 1)).toEqual({ x: 175, y: 10, width: 5, height: 30 });
  expect(turnedBox(box, page, 2)).toEqual({ x: 60, y: 175, width: 30, height: 5 });
  expect(turnedBox(box, page, 3)).toEqual({ x: 20, y: 60, width: 5, height: 30 });
});

test('turning back what was turned gives the same box', () => {
  const turned = turnedBox(box, page, 1);
  expect(turnedBox(turned, turnedSize(page, 1), 3)).toEqual(box);
});
