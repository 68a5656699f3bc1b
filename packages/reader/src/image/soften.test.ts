import { expect, test } from '@jest/globals';
import { soften } from './soften.ts';

test('a flat picture stays as it is, up to its edges', () => {
  const flat = { data: new Uint8Array(7 * 5).fill(200), width: 7, height: 5 };
  expect(soften(flat)).toEqual(flat);
});

test('a dot is spread evenly in all directions and loses none of its ink', () => {
  const dot = { data: new Uint8Array(11 * 11), width: 11, height: 11 };
  dot.data[5 * 11 + 5] = 255;
  const { data } = soften(dot);
  expect(data[5 * 11 + 5]).toBeLessThan(40);
  expect([data[5 * 11 + 4], data[6 * 11 + 5]]).toEqual([data[5 * 11 + 6], data[4 * 11 + 5]]);
  expect(Math.abs(data.reduce((sum, grey) => sum + grey, 0) - 255)).toBeLessThan(15);
});
