import { expect, test } from '@jest/globals';
import { placeCrop } from './place-crop.ts';

const page = { width: 2000, height: 3000 };
const frame = { width: 180, height: 28 };

test('the box fits into the frame, with air above and below', () => {
  const box = { x: 500, y: 700, width: 200, height: 40 };
  const { page: place, width } = placeCrop(box, page, frame);
  const scale = place.width / page.width;
  expect(place.left + box.x * scale).toBeGreaterThan(0);
  expect(place.left + (box.x + box.width) * scale).toBeLessThan(width);
  expect(width).toBeLessThanOrEqual(frame.width);
  expect(place.top + box.y * scale).toBeGreaterThan(0);
  expect(place.top + (box.y + box.height) * scale).toBeLessThan(frame.height);
});

test('a long line is made smaller, not cut', () => {
  const box = { x: 0, y: 0, width: 1800, height: 30 };
  const { page: place } = placeCrop(box, page, frame);
  expect(place.left + (box.width * place.width) / page.width).toBeLessThanOrEqual(frame.width);
});
