import { expect, test } from '@jest/globals';
import { cornersOf, fitRectangle, type Rectangle } from './fit-rectangle.ts';

const slanted: Rectangle = { centre: { x: 50, y: 40 }, along: { x: 0.8, y: 0.6 }, width: 60, height: 10 };

test('finds the rectangle that the points are the corners of, whatever else lies within it', () => {
  const found = fitRectangle([...cornersOf(slanted), { x: 50, y: 40 }, { x: 52, y: 42 }]);
  expect(found?.centre.x).toBeCloseTo(50, 6);
  expect(found?.centre.y).toBeCloseTo(40, 6);
  expect([found?.width, found?.height]).toEqual([expect.closeTo(60, 6), expect.closeTo(10, 6)]);
  expect(found?.along).toEqual({ x: expect.closeTo(0.8, 6), y: expect.closeTo(0.6, 6) });
});

test('the width of a rectangle steeper than 45° is its level side', () => {
  const steep = { ...slanted, along: { x: 0.1, y: Math.sqrt(0.99) } };
  expect(fitRectangle(cornersOf(steep))?.height).toBeCloseTo(60, 6);
});

test('there is none around points of one place, or none at all', () => {
  expect(fitRectangle([])).toBeNull();
  expect(fitRectangle([{ x: 1, y: 1 }])).toBeNull();
});

test('corners run clockwise from the top left one, and a margin moves each outwards', () => {
  const level = { centre: { x: 10, y: 10 }, along: { x: 1, y: 0 }, width: 8, height: 4 };
  expect(cornersOf(level, 1)).toEqual([
    { x: 5, y: 7 },
    { x: 15, y: 7 },
    { x: 15, y: 13 },
    { x: 5, y: 13 },
  ]);
});
