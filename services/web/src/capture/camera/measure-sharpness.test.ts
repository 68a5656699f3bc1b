import { expect, test } from '@jest/globals';
import { sumOfSteps } from './measure-sharpness.ts';

function strokes(softness: number) {
  const [width, height] = [120, 80];
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const across = Math.sin(((at % width) / 12) * Math.PI);
    return 128 + 110 * Math.tanh(across / softness);
  });
  return { data, width, height };
}

test('of two pictures of the same print the sharper one has more steps', () => {
  expect(sumOfSteps(strokes(0.05))).toBeGreaterThan(1.2 * sumOfSteps(strokes(0.5)));
  expect(sumOfSteps({ data: new Uint8Array(400).fill(200), width: 20, height: 20 })).toBe(0);
});
