import { expect, test } from '@jest/globals';
import { viewOfBox, viewOfPage } from './view-of-box.ts';

const page = { width: 2000, height: 3000 };
const window = { width: 800, height: 800 };

test('a page is shown whole and in the middle', () => {
  const view = viewOfPage(page, window);
  expect(page.height * view.scale).toBeLessThanOrEqual(window.height);
  expect(view.x * 2 + page.width * view.scale).toBeCloseTo(window.width);
});

test('small print is brought near enough to read, in the middle', () => {
  const box = { x: 900, y: 1500, width: 120, height: 26 };
  const view = viewOfBox(box, page, window, viewOfPage(page, window));
  expect(box.height * view.scale).toBeGreaterThanOrEqual(14);
  expect(view.x + (box.x + box.width / 2) * view.scale).toBeCloseTo(400);
  expect(view.y + (box.y + box.height / 2) * view.scale).toBeCloseTo(400);
});

test('a neighbour that is already in sight and legible moves nothing', () => {
  const view = viewOfBox({ x: 900, y: 1500, width: 120, height: 26 }, page, window, viewOfPage(page, window));
  expect(viewOfBox({ x: 900, y: 1560, width: 90, height: 26 }, page, window, view)).toBe(view);
});

test('at the edge of the page no emptiness is shown beside it', () => {
  const view = viewOfBox({ x: 0, y: 0, width: 100, height: 24 }, page, window, viewOfPage(page, window));
  expect(view.x).toBe(0);
  expect(view.y).toBe(0);
});
