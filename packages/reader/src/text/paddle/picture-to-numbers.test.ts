import { expect, test } from '@jest/globals';
import { pictureToNumbers } from './picture-to-numbers.ts';

test('a grey picture becomes channels, each scaled in its own way', () => {
  const image = { data: Uint8Array.of(0, 51, 255, 153), width: 2, height: 2 };
  const [one, other] = [
    { mean: 0.5, deviation: 0.5 },
    { mean: 0.2, deviation: 0.4 },
  ];
  const { data, dims } = pictureToNumbers(image, [one, other, one]);
  const expected = [-1, -0.6, 1, 0.2, -0.5, 0, 2, 1, -1, -0.6, 1, 0.2];
  expect(dims).toEqual([1, 3, 2, 2]);
  expect([...data].map((number) => Math.round(number * 1e5) / 1e5)).toEqual(expected);
});
